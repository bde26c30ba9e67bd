import type { Proof } from '../../../domain/request.ts';

type LdapProof = Extract<Proof, { readonly kind: 'ldap' }>;

export const outcome = {
  confirmed: (person: string, group: string) => `${person} is in ${group} in Active Directory`,
  attested: (person: string, group: string) => `Confirmed by hand: ${person} is in ${group}`,
  denied: (group: string) => `Your request for ${group} was denied`,
  expired: (group: string) => `Your request for ${group} has expired`,
  expiredBody: 'Nobody decided in the time there was. Nothing was changed.',
  failed: (group: string) => `Your request for ${group} has stopped`,
  retrying: (group: string) => `Your request for ${group} is being tried again`,
  retryingBody: 'The request card shows how far it is. I tell you here how it ends.',
  proofTitle: 'The proof',
  originTitle: 'The request',
  seen: 'Active Directory shows the membership.',
  seenAt: (moment: string, span: string) => `Seen ${moment}, ${span} after the approval.`,
  confirmedAt: (moment: string, span: string) => `Confirmed ${moment}, ${span} after the approval.`,
  groupDn: 'Group in Active Directory',
  userDn: 'Person in Active Directory',
  attribute: 'Seen in',
  attributes: {
    member: '“member” of the group',
    memberOf: '“memberOf” of the person',
    'member and memberOf': '“member” of the group and “memberOf” of the person',
  } satisfies Readonly<Record<LdapProof['attribute'], string>>,
  adGroupType: (scope: string, kind: string, groupType: number) =>
    `${scope} ${kind} group (groupType ${groupType})`,
  adScopes: {
    universal: 'Universal',
    'domain-local': 'Domain local',
    global: 'Global',
    unusual: 'Unusual',
  },
  adKinds: { security: 'security', distribution: 'distribution' },
  server: 'Server',
  groupType: 'Kind',
  signInAgain:
    'Where access is still refused, signing out of Windows and in again helps: a new group counts from the next sign-in.',
  attestedBy: (who: string) =>
    `${who} looked into Active Directory and confirmed it. I could not look myself.`,
  accessEnds: 'Access ends',
  kept: (id: string) =>
    `What was reached so far stays in place. An approver can choose Try again on their card, an administrator after typing "status ${id}".`,
  reference: (id: string) => `Reference for the log: ${id}`,
} as const;
