import type { Complaint } from '../../../domain/complaint.ts';
import type { GroupKind } from '../../../domain/group.ts';
import type { GroupTrait } from '../../../setup/use-cases.ts';

export const form = {
  title: 'Request a group membership',
  summary: 'The form for a new request',
  intro: 'An approver decides. You both see beforehand what will change.',
  group: 'Group',
  groupHint: 'Type the beginning of its name',
  newGroup: "or a new group's name",
  newGroupHint: 'Only when it does not exist yet',
  person: 'People (empty: you)',
  personHint: 'Type a name',
  personName: 'or their sign-in names, one per line',
  personNameHint: 'ada@example.com',
  accessPackage: 'Access package (empty: I choose)',
  accessPackageHint: 'Type the beginning of its name',
  reason: 'Reason',
  reasonHint: 'The approver decides by it',
  ticket: 'Ticket number (where one is needed)',
  ticketHint: 'As your ticket system writes it',
  whoDecides: 'Who decides?',
  decides: 'Who decides',
  decidesAny: (who: string) => `${who}: one of them is enough`,
  decidesAll: (who: string) => `${who}: all of them`,
  decidesSome: (count: number, who: string) => `${who}: ${count} of them`,
  atMostDays: (days: string) => `At most ${days}.`,
  tooLongFor: (duration: string, group: string) => `${duration} (too long for ${group})`,
  escalates: (span: string, who: string) => `If nobody decides within ${span}, also: ${who}`,
  rule: (label: string, rule: string) => `${label}: ${rule}`,
  duration: 'For how long',
  noEnd: 'No end',
  notRequestable: 'cannot be requested',
  damaged: 'The form could not be read, so here is a new one.',
  mark: '↑ Please look at this field again.',
  notSendable: 'This cannot be sent as it is. Your entries are kept.',
  rejected: 'This has not been sent yet. Your entries are kept.',
  chosenGroup: 'The group you chose',
  chosenPerson: 'The person you chose',
  chosenPackage: 'The access package you chose',
  noGroup: 'Choose a group from the list, or type the name of a new one.',
  twoGroups: 'Choose a group from the list or type a new name, not both.',
  decidesFor: (names: string) => `For ${names}:`,
  tooManyPeople: (limit: number) =>
    `One form takes at most ${limit} people, so I kept the first ${limit}. For more, type "bulk" and paste a list.`,
  breakGlassForOne:
    'Emergency access is for one person at a time. Please leave only the one who needs it now.',
  noReason: 'Say why the membership is needed: the approver decides by it.',
  tooLong: (label: string, limit: number) => `${label}: at most ${limit} characters.`,
  notAChoice: (label: string) => `${label}: choose one from the list.`,
  groupsCalled: (name: string) => `Several groups are called ${name}. Choose yours from the list.`,
  groupsLike: (name: string) =>
    `No group is called exactly ${name}. The field “Group” offers those whose names begin so.`,
  groupUnknown: (name: string) =>
    `No group is called exactly ${name}. Choose one from the list, or leave the name to create it.`,
} as const;

export const groupKinds = {
  'microsoft-365': 'Microsoft 365',
  security: 'Security',
  'mail-enabled-security': 'Mail-enabled security',
  distribution: 'Distribution',
} satisfies Readonly<Record<GroupKind, string>>;

export const groupTraits = {
  synced: 'from Active Directory',
  dynamic: 'dynamic',
  'role-assignable': 'role-assignable',
} satisfies Readonly<Record<GroupTrait, string>>;

/** What is wrong with an input that a client has let through; `other` for what has no text of its own. */
export const complaints = {
  'reason-missing': 'A reason is needed: the approver decides by it.',
  'reason-too-long': 'The reason is too long.',
  'ticket-too-long': 'The ticket number is too long.',
  'group-name-missing': "The new group's name is empty.",
  'group-name-too-long': "The new group's name is too long.",
  'group-name-not-showable': "The new group's name contains characters that cannot be shown.",
  'duration-not-offered': 'The duration must be one of those offered.',
  'person-too-long': 'The name of the person is too long.',
  'person-not-a-sign-in-name': 'I need the sign-in name of this person, such as ada@example.com.',
  'comment-missing': 'Say why: the requester will read it.',
  'comment-too-long': 'The comment is too long.',
  'deputy-is-oneself': 'You cannot be your own deputy.',
  'deputy-is-guest': 'A guest cannot be a deputy. Choose a member of the organisation.',
  'duration-not-shorter': 'The time you give must be shorter than what was asked for.',
  'period-not-valid': 'The period must end after it begins, and not in the past.',
  'row-not-readable':
    'This line has too little or too much in it: I need a sign-in name, a group and, if it ends, a number of days, with a semicolon between them.',
  'rows-not-readable':
    'I cannot read any of these lines. Each needs a sign-in name, a group and, if it ends, a number of days, with a semicolon between them.',
  'row-separated-otherwise':
    'This line is not separated like the others. Use the same sign between its parts in every line.',
  'row-quote-not-closed': 'A quotation mark in this line is not closed. Close it, or leave it out.',
  'row-duration-not-valid':
    'The duration must be a number of days, such as 30 or 30 days, or empty for no end.',
  'row-repeated': 'The same person and group stand in an earlier line.',
  'row-group-ambiguous':
    'Several groups are called that. Write the mail address of the one you mean instead of its name, or its object id.',
  'list-empty': 'There is no line in it with a person and a group.',
  'list-too-long': 'A list can have at most 200 lines. Please send the rest as a second list.',
  'list-not-readable':
    'I cannot read this as a list, because it is not text. Please send a .csv file, or paste the lines.',
  'form-of-another': 'This form was sent by somebody else. Type "request" for one of your own.',
  'catalog-name-missing': 'The catalog needs a name.',
  'catalog-name-too-long': 'The name of the catalog is too long.',
  'catalog-name-not-showable': 'The name of the catalog contains characters that cannot be shown.',
  'catalog-description-too-long': 'The description is too long.',
  other: 'Something in the form is not as it has to be.',
} satisfies Readonly<Record<Complaint | 'other', string>>;
