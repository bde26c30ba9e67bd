import type { CommandName } from '../command-name.ts';

/** What people type; the first of each is shown to them. English is understood in every language beside its own. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['help', 'hi', 'hello'],
  request: ['request', 'new request'],
  'my-requests': ['my requests', 'my request', 'requests'],
  status: ['status'],
  cancel: ['cancel'],
  prerequisites: ['prerequisites'],
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
    'my-requests': 'What you asked for and what you get',
    status: 'How one request stands; add its number, such as WB-7K3F2Q9X',
    cancel: 'Take back a request nobody has decided on; add its number',
    prerequisites: 'For administrators: what your tenant has ready for writeback',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
