import type { Owner } from '../domain/advice.ts';
import type { OnPremisesGroupType, WritebackEngine } from '../domain/group.ts';
import type { LegName } from '../domain/legs.ts';
import type { Duration } from '../domain/plan.ts';
import type { LastLook, Proof, StepName } from '../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

/**
 * The words of the product, in English; another language is another object of this shape. Arguments are escaped
 * already where the text goes into a card.
 */
export const texts = {
  botName: 'Writeback',
  welcome: {
    title: 'Hello, I am Writeback',
    body: 'I put people into groups that Active Directory knows: somebody asks, an approver decides, I do the rest in Entra, and then I show you the proof from Active Directory.',
    summary: 'Writeback is here. Type "request" to ask for a group membership.',
  },
  help: {
    title: 'What I can do',
    summary: 'What you can say to Writeback',
    commands: [
      ['request', 'ask for a group membership, for yourself or for somebody else'],
      ['request Finance Reports', 'the same, with the group filled in'],
      ['my requests', 'what you asked for and what you get'],
      ['status WB-7K3F2Q9X', 'how one request stands'],
      ['cancel WB-7K3F2Q9X', 'take back a request nobody has decided on'],
    ],
    prerequisites: ['prerequisites', 'what your tenant has ready for writeback'],
    notUnderstood: 'I did not understand that. Here is what you can say.',
    mention:
      'Here you have to mention me. Forms and answers about requests come into our private chat.',
  },
  buttons: {
    newRequest: 'New request',
    submit: 'Send request',
    approve: 'Approve',
    deny: 'Deny',
    cancel: 'Cancel request',
    retry: 'Try again',
    attest: 'Confirm membership',
    showOptions: 'Show my options',
    refresh: 'Refresh',
    steps: 'What I did, step by step',
    details: 'Details for an administrator',
  },
  form: {
    title: 'Request a group membership',
    summary: 'The form for a new request',
    intro: 'An approver decides. You both see beforehand what will change.',
    group: 'Group',
    groupHint: 'Type the beginning of its name',
    newGroup: "or a new group's name",
    newGroupHint: 'Only when it does not exist yet',
    person: 'Person',
    personHint: 'Type a name',
    personName: 'or their sign-in name',
    personNameHint: 'ada@example.com',
    accessPackage: 'Access package (empty: I choose)',
    accessPackageHint: 'Type the beginning of its name',
    reason: 'Reason',
    reasonHint: 'The approver decides by it',
    reasonMissing: 'Say why the membership is needed.',
    duration: 'For how long',
    noEnd: 'No end',
    notRequestable: 'cannot be requested',
    damaged: 'The form could not be read, so here is a new one.',
    mark: '↑ Please look at this field again.',
    rejected: 'I could not send this yet. Your entries are kept.',
    chosenGroup: 'The group you chose',
    chosenPerson: 'The person you chose',
    chosenPackage: 'The access package you chose',
    noGroup: 'Choose a group from the list, or type the name of a new one.',
    twoGroups: 'Choose a group from the list or type a new name, not both.',
    twoPeople: 'Choose the person from the list or type a sign-in name, not both.',
    manyPeople: 'Choose one person.',
    noReason: 'Say why the membership is needed: the approver decides by it.',
    tooLong: (label: string, limit: number) => `${label}: at most ${limit} characters.`,
    notAChoice: (label: string) => `${label}: choose one from the list.`,
    groupUnknown: (name: string) =>
      `No group is called exactly ${name}. Choose one from the list, or leave the name to create it.`,
  },
  request: {
    forWhom: (person: string, group: string) => `${person} in ${group}`,
    asks: (requester: string) => `${requester} asks for your decision`,
    number: (id: string) => `Request ${id}`,
    for: 'For',
    requestedBy: 'Asked by',
    asked: (who: string, moment: string) => `${who}, ${moment}`,
    reason: 'Reason',
    duration: 'Duration',
    decided: 'Decision',
    progressTitle: 'The way to Active Directory',
    comment: 'Comment (needed to deny)',
    commentHint: 'The requester will read it',
    commentMissing:
      'Say why you deny: the requester will read it. Write a comment, then choose Deny.',
  },
  plan: {
    titles: {
      ahead: 'What will change',
      underWay: 'What I am setting up',
      done: 'What I set up',
      stopped: 'The plan, and how far I got',
      never: 'What would have changed',
    },
    group: 'Group',
    createGroup: (name: string, alias: string) =>
      `${name}, to be created (Microsoft 365, address ${alias})`,
    createdGroup: (name: string, alias: string) =>
      `${name}, created (Microsoft 365, address ${alias})`,
    writeback: 'Writeback',
    writebackFrom: {
      on: 'on, stays on',
      off: 'off, to be switched on',
      undetermined: 'not decided so far, to be switched on',
    },
    switchedOn: 'switched on',
    wasOn: 'was on already',
    inDirectory: 'In AD',
    object: (type: string, engine: string) => `${type}, written by ${engine}`,
    organizationalUnit: 'Target OU',
    mailOnly: 'A distribution group carries mail; it opens no files or applications.',
    catalog: 'Catalog',
    accessPackage: 'Package',
    create: (name: string) => `${name}, to be created`,
    use: (name: string) => `${name}, which exists`,
    created: (name: string) => `${name}, created`,
    found: (name: string) => `${name}, existed already`,
  },
  groupTypes: {
    universalDistributionGroup: 'Universal distribution group',
    universalSecurityGroup: 'Universal security group',
    universalMailEnabledSecurityGroup: 'Universal mail-enabled security group',
  } satisfies Readonly<Record<OnPremisesGroupType, string>>,
  engines: {
    'connect-v1': 'Entra Connect (group writeback 1)',
    'connect-v2': 'Entra Connect (group writeback 2)',
    'cloud-sync': 'Entra Cloud Sync',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  states: {
    awaitingApproval: (who: string) => `Waiting for ${who} to decide`,
    settingUp: 'Approved. I am setting it up.',
    delivering: 'Approved and set up. Entitlement management is assigning the package.',
    awaitingMembership: 'Assigned. Waiting for the membership to show in Entra.',
    awaitingSync: 'In Entra. Waiting for the sync to Active Directory.',
    confirmed: 'Done: Active Directory shows the membership.',
    attested: (who: string) => `Done: ${who} confirmed the membership in Active Directory.`,
    denied: (who: string) => `Denied by ${who}`,
    cancelled: (who: string) => `Cancelled by ${who}`,
    stoppedAt: (step: string) => `Stopped at the step “${step}”`,
    stoppedWaiting: 'Stopped on the way to Active Directory',
  },
  listStates: {
    'awaiting-approval': 'waiting for approval',
    denied: 'denied',
    cancelled: 'cancelled',
    'setting-up': 'being set up',
    delivering: 'being assigned',
    'awaiting-membership': 'waiting for Entra',
    'awaiting-sync': 'waiting for the sync',
    confirmed: 'in Active Directory',
    failed: 'stopped',
  },
  legs: {
    assigned: 'Assigned in entitlement management',
    'member-in-entra': 'Member in Microsoft Entra',
    exported: 'Exported by the sync',
    'member-in-ad': 'Member in Active Directory',
  } satisfies Readonly<Record<LegName, string>>,
  legStates: {
    pending: ['○', 'waiting'],
    working: ['◐', 'under way'],
    done: ['✓', 'done'],
    failed: ['✕', 'failed'],
    unknown: ['?', 'cannot be seen'],
  },
  notReached: 'not reached',
  steps: {
    prerequisites: 'Check',
    group: 'Group',
    writeback: 'Writeback',
    catalog: 'Catalog',
    'catalog-resource': 'Catalog',
    'access-package': 'Package',
    'role-scope': 'Package',
    policy: 'Policy',
    assignment: 'Assignment',
  } satisfies Readonly<Record<StepName, string>>,
  findings: {
    'not-member': 'Active Directory does not show the membership yet.',
    'group-missing': 'The group is not in Active Directory yet.',
    'user-missing': 'I cannot find the person in Active Directory yet.',
    'group-ambiguous':
      'More than one object in Active Directory could be the group. An administrator should look.',
    'user-ambiguous':
      'More than one account in Active Directory could be the person. An administrator should look.',
    'not-verifiable':
      'I cannot look into Active Directory here. An approver or administrator who has looked can confirm.',
    'directory-unreachable': 'No domain controller answered at the last look. I keep looking.',
    'waiting-for-cycle': 'No sync cycle has begun since the membership reached Entra.',
  } satisfies Readonly<Record<LastLook['finding'], string>>,
  times: {
    doneIn: (span: string) => `done in ${span}`,
    altogether: (span: string) => `Altogether ${span} from the approval to the proof.`,
    since: (moment: string) => `since ${moment}`,
    lastLook: (moment: string) => `Last look ${moment}.`,
    nextLook: (moment: string) => `Next sync expected ${moment}.`,
    approvedBy: (who: string, moment: string) => `Approved by ${who}, ${moment}`,
    deniedBy: (who: string, moment: string) => `Denied by ${who}, ${moment}`,
    cancelledBy: (who: string, moment: string) => `Cancelled by ${who}, ${moment}`,
  },
  notices: {
    approvedBefore: (who: string, moment: string) => `${who} approved this, ${moment}, before you.`,
    deniedBefore: (who: string, moment: string) => `${who} denied this, ${moment}, before you.`,
    unreachable: (who: string) =>
      `I cannot write to ${who}. They have to add the Writeback app in Teams; the link to this request is its number.`,
    mender: (owner: Owner) =>
      owner === 'you' || owner === 'nobody' ? '' : `Who can mend this: ${owner}.`,
    done: 'Done. The card shows how it stands now.',
  },
  outcome: {
    confirmed: (person: string, group: string) => `${person} is in ${group} in Active Directory`,
    attested: (person: string, group: string) => `Confirmed by hand: ${person} is in ${group}`,
    denied: (group: string) => `Your request for ${group} was denied`,
    failed: (group: string) => `Your request for ${group} has stopped`,
    retrying: (group: string) => `Your request for ${group} is being tried again`,
    retryingBody: 'The request card shows how far it is. I tell you here how it ends.',
    proofTitle: 'The proof',
    originTitle: 'The request',
    seen: 'Active Directory shows the membership.',
    seenAt: (moment: string, span: string) => `Seen ${moment}, ${span} after the approval.`,
    confirmedAt: (moment: string, span: string) =>
      `Confirmed ${moment}, ${span} after the approval.`,
    groupDn: 'Group in Active Directory',
    userDn: 'Person in Active Directory',
    attribute: 'Seen in',
    attributes: {
      member: '“member” of the group',
      memberOf: '“memberOf” of the person',
      'member and memberOf': '“member” of the group and “memberOf” of the person',
    } satisfies Readonly<Record<LdapProof['attribute'], string>>,
    server: 'Server',
    groupType: 'Kind',
    signInAgain:
      'Where access is still refused, signing out of Windows and in again helps: a new group counts from the next sign-in.',
    attestedBy: (who: string) =>
      `${who} looked into Active Directory and confirmed it. I could not look myself.`,
    again: 'Type "request" to ask anew.',
    kept: (id: string) =>
      `What was reached so far stays in place. An approver can choose Try again on their card, an administrator after typing "status ${id}".`,
    reference: (id: string) => `Reference for the log: ${id}`,
  },
  list: {
    title: 'My requests',
    summary: 'Your requests',
    empty: 'You have no requests. Type "request" to make one.',
    line: (person: string, state: string) => `${person} · ${state}`,
    hint: 'Choose one to open it, or type status and its number.',
    open: (id: string) => `Open ${id}`,
  },
  tenant: {
    title: 'Is the tenant ready?',
    summary: 'What your tenant has ready for group writeback',
    hybrid: 'Directory',
    isHybrid: 'synchronised with Active Directory',
    isNotHybrid: 'cloud only',
    engines: 'Engines',
    none: 'none found',
    organizationalUnit: 'Target OU',
    unknown: 'not configured',
    lastSync: 'Last sync',
    ready: 'Everything is in place.',
    notReady: 'Requests are refused until this is mended:',
    administratorsOnly: 'Only administrators of Writeback can see this. Ask one of them.',
  },
  chat: {
    whoAreYou:
      'I cannot see who you are, so I do nothing. Please sign in to Teams with your work account.',
    otherTenant: 'I work for another organisation and cannot help you here.',
    sentPrivately: 'I have answered you in our private chat.',
    addMeFirst:
      'I cannot write to you privately yet. Add the Writeback app in Teams, then say it again.',
    onlyPrivately:
      'Please use our private chat for this: what is in a request is not for everybody here.',
    needsNumber: (command: string) =>
      `Tell me which one, such as: ${command} WB-7K3F2Q9X. Type "my requests" to see the numbers.`,
    cancelled: (id: string) => `${id} is cancelled.`,
    badClick:
      'I could not read this click, so nothing was done. Type "my requests" and open the request there.',
    badSearch: 'I could not read this search.',
    notSupported: 'I do not offer this.',
    defect: 'Something went wrong on my side; nothing was lost. Please try again in a minute.',
  },
  durations: (duration: Duration) => {
    if (duration.kind === 'no-expiration') {
      return 'no end';
    }
    return duration.days === 1 ? '1 day' : `${duration.days} days`;
  },
} as const;
