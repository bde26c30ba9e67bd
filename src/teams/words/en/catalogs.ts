import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';
import { plural } from '../counting.ts';

/**
 * Catalogs and who manages them. What each role allows stands as Microsoft has it:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const catalogs = {
  title: 'Catalogs',
  summary: 'Catalogs of groups and access packages',
  intro:
    'A catalog holds groups and the access packages that give membership of them. Its owners and access package managers look after it.',
  none: 'You own or manage no catalog. An owner of a catalog or an administrator of Writeback can delegate one to you.',
  noneYet: 'There is no catalog yet.',
  noneNamed: (name: string) => `None of your catalogs begins with ${name}.`,
  published: 'Published',
  unpublished: 'Not published, so nobody can request from it',
  resources: (count: number) =>
    plural('en', count, { one: 'one resource', other: `${count} resources` }),
  packages: (count: number) =>
    plural('en', count, { one: 'one access package', other: `${count} access packages` }),
  line: (state: string, resources: string, packages: string) =>
    `${state} · ${resources}, ${packages}`,
  owners: 'Owners',
  managers: 'Access package managers',
  ownedBy: (names: string) => `Owned by ${names}`,
  managedBy: (names: string) => `Access package managers: ${names}`,
  noOwner: 'Nobody owns it yet',
  hidden: (count: number) =>
    plural('en', count, {
      one: 'One more is not shown. Type catalogs and how its name begins, such as: catalogs Finance',
      other: `${count} more are not shown. Type catalogs and how the name begins, such as: catalogs Finance`,
    }),
  openHint: 'Choose one to open it.',
  open: (name: string) => `Open ${name}`,
  cardSummary: (name: string) => `The catalog ${name}`,
  groups: 'Groups',
  noGroups: 'No group is in it yet.',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'written back to Active Directory',
    off: 'not written back',
    undecided: 'writeback never switched on or off',
    unknown: 'writeback not known',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) =>
    plural('en', count, {
      one: 'One application or site beside them.',
      other: `${count} applications or sites beside them.`,
    }),
  accessPackages: 'Access packages',
  noPackages: 'There is none yet.',
  more: (count: number) => plural('en', count, { one: 'and one more', other: `and ${count} more` }),
  noManager: 'Nobody yet.',
  groupHolder: (name: string) => `${name} (a group, so all its members)`,
  otherHolder: (name: string) => `${name} (an application)`,

  /** For access package managers, who can change nothing from here. */
  managerHint: 'You manage its access packages. You do that in the Entra admin centre.',

  newCatalog: 'New catalog',
  addGroup: 'Add a group',
  delegate: 'Delegate',
  takeBack: 'Take back a role',
  allCatalogs: 'All catalogs',
  openCatalog: 'Open the catalog',
  openInEntra: 'Open in Entra',
  goOn: 'Go on',
  back: 'Back',

  newTitle: 'New catalog',
  newIntro:
    'It is published at once, and not for people outside of your organisation. Afterwards you add groups and say who looks after it.',
  name: 'Name',
  nameHint: 'Such as: Finance',
  nameMissing: 'The catalog needs a name.',
  description: 'What it is for',
  descriptionHint: 'Such as: Groups of the finance department',
  create: 'Create the catalog',
  created: (name: string) => `The catalog ${name} is there. Add groups, and delegate it.`,

  addTitle: (catalog: string) => `Add a group to ${catalog}`,
  addIntro:
    'Whoever manages access packages here can then give membership of this group. Nobody becomes a member yet.',
  groupLabel: 'Group',
  groupHint: 'Type how its name begins',
  groupMissing: 'Choose a group from the list.',
  chosenGroup: 'the group you chose',
  add: 'Add the group',
  added: (group: string) => `${group} is in the catalog now.`,
  wasThere: (group: string) => `${group} was in the catalog already, so nothing was changed.`,

  delegateTitle: (catalog: string) => `Delegate ${catalog}`,
  person: 'Person',
  personHint: 'Type a name',
  personName: 'Or their sign-in name',
  personNameHint: 'somebody@contoso.com',
  personMissing: 'Choose a person, or type their sign-in name.',
  chosenPerson: 'the person you chose',
  role: 'Role',
  roleMissing: 'Choose a role.',
  roles: {
    'catalog-owner': 'Catalog owner',
    'access-package-manager': 'Access package manager',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `Shall ${person} get this role?`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `${person} becomes an owner of the catalog ${catalog}.`,
    'access-package-manager': (person: string, catalog: string) =>
      `${person} becomes an access package manager of the catalog ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'This allows them to',
  mayNot: 'It does not allow them to',
  allows: {
    'catalog-owner': [
      'add resources that they own to the catalog, and remove resources from it',
      'create, change and delete access packages and policies with the resources of the catalog',
      'assign people directly, and remove them',
      'make others owners or access package managers of the catalog',
    ],
    'access-package-manager': [
      'create, change and delete access packages with the resources that are in the catalog',
      'create and change their policies: who can request, who approves, when access ends',
      'assign people directly, and remove them',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': ['do anything in other catalogs', 'create new catalogs'],
    'access-package-manager': [
      'add resources to the catalog, or remove them',
      'make others owners or access package managers',
      'do anything in other catalogs',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  /** A rule of the approval policy may name the role. */
  mayApprove:
    'Where the approval policy asks this role, they also decide on requests here in Writeback.',
  youMayApprove:
    'Where the approval policy asks this role, you also decide on requests here in Writeback.',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: 'Delegate it',
  held: (person: string, role: string) => `${person} has this role already: ${role}.`,
  delegated: {
    'catalog-owner': (person: string) => `${person} is an owner of this catalog now.`,
    'access-package-manager': (person: string) =>
      `${person} is an access package manager of this catalog now.`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `I have told ${person}.`,
  notTold: (person: string) =>
    `I could not write to ${person}. Please tell them yourself; when they add the Writeback app, they can type catalogs.`,

  takeBackTitle: (catalog: string) => `Take back a role on ${catalog}`,
  whose: 'Whose role',
  whoseMissing: 'Choose whose role to take back.',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'Nobody has a role on this catalog.',
  takeBackConfirmTitle: (holder: string) => `Take back the role of ${holder}?`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `${holder} will no longer own the catalog ${catalog}. What they set up there stays as it is.`,
    'access-package-manager': (holder: string, catalog: string) =>
      `${holder} will no longer manage access packages of the catalog ${catalog}. What they set up there stays as it is.`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `Nobody would own the catalog ${catalog} any more. Only administrators could look after it. Better make somebody else an owner first.`,
  confirmTakeBack: 'Take it back',
  tookBack: (holder: string) => `The role of ${holder} is taken back.`,
  goneAlready: 'That role had been taken back already, so nothing was changed.',

  newsTitle: (catalog: string) => `You look after the catalog ${catalog} now`,
  newsSummary: (catalog: string) => `The catalog ${catalog} was delegated to you`,
  madeYou: {
    'catalog-owner': (by: string) => `${by} made you an owner of it.`,
    'access-package-manager': (by: string) => `${by} made you an access package manager of it.`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'This allows you to',
  youMayNot: 'It does not allow you to',
  newsHint: 'You do this in the Entra admin centre. Type catalogs to see it here at any time.',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `${by} has taken back your role: you no longer own the catalog ${catalog}.`,
    'access-package-manager': (by: string, catalog: string) =>
      `${by} has taken back your role: you no longer manage access packages of the catalog ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'A role of yours was taken back',

  notAllowed:
    'You may not do this with this catalog. Ask one of its owners or an administrator of Writeback.',
  guest: (person: string) =>
    `${person} is a guest. In your organisation guests look after no catalogs; choose somebody else.`,
  unavailable: 'Catalogs cannot be managed here.',
  rejected: 'This did not work:',
} as const;
