import type { CommandName } from '../command-name.ts';

/** What people type; the first of each is shown to them. English is understood in every language beside its own. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['help', 'hi', 'hello', 'hey', 'start'],
  request: ['request', 'new request', 'request access', 'ask for', 'access'],
  again: ['again', 'ask again'],
  favourites: ['favourites', 'favorites', 'my favourites', 'my favorites'],
  bulk: ['bulk', 'list'],
  'my-requests': ['my requests', 'my request', 'requests', 'mine'],
  waiting: ['waiting', 'approvals', 'to approve', 'pending', 'open', 'to decide'],
  deputy: ['deputy', 'out of office', 'delegate'],
  status: ['status', 'state'],
  cancel: ['cancel', 'withdraw'],
  why: ['why', 'why not yet'],
  prerequisites: ['prerequisites'],
  engines: ['engines'],
  'sync-now': ['sync now', 'sync'],
  drift: ['drift', 'differences'],
  undelivered: ['undelivered', 'not delivered'],
  catalogs: ['catalogs', 'catalog'],
};

/** What Teams shows of the app before it is used: the texts of appPackage/. */
export const app = {
  name: 'Writeback',
  fullName: 'Writeback: group membership in Active Directory',
  description: 'Ask for a group membership and see it arrive in Active Directory',
  fullDescription: `Writeback puts people into groups that your on-premises Active Directory knows.

You say who should be in which group and why. An approver decides on a card. Writeback then sets the group to be written back, adds it to an access package of Microsoft Entra entitlement management and assigns the person to it. When the sync has run, Writeback looks into Active Directory and shows you the proof.

You see at every moment how far your request is: assigned, member in Microsoft Entra, exported by the sync, member in Active Directory. When something stops it, you read why and who can mend it.

Writeback needs Microsoft Entra entitlement management and group writeback in your organisation, and an administrator who sets it up.`,
  commands: {
    help: 'What you can say to Writeback',
    request: 'Ask for a group membership, for yourself or for somebody else',
    again: 'Ask once more for what you asked for before; add its number, or take the last one',
    favourites: 'Groups you ask for often; they come first on the form',
    bulk: 'Ask for many memberships at once: paste a list, or send a .csv file',
    'my-requests': 'What you asked for and what you get',
    waiting: 'What waits for your decision',
    deputy: 'Name somebody who decides for you while you are away',
    status: 'How one request stands; add its number, such as WB-7K3F2Q9X',
    cancel: 'Take back a request nobody has decided on; add its number',
    why: 'Why somebody is not in Active Directory yet; add the number of the request',
    prerequisites: 'For administrators: what your tenant has ready for writeback',
    engines: 'For administrators: what writes groups to Active Directory',
    'sync-now': 'For administrators: have the sync run now for everything that waits',
    drift: 'For administrators: where Active Directory is not as Entra says',
    undelivered: 'For administrators: who could not be written to',
    catalogs: 'The catalogs you own or manage: their groups, and who looks after them',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
