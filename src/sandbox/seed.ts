/** The people and groups of the made-up company Contoso, hybrid since always. */
export interface SeedPerson {
  readonly key: string;
  readonly objectId: string;
  /** The Teams id (MRI) of this person for this bot. */
  readonly teamsId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** `approver`: one of those whom the built-in policy asks; a manager decides only where a policy says so. */
  readonly role: 'requester' | 'approver' | 'manager' | 'administrator' | 'guest' | 'cloud-only';
  readonly title: string;
  readonly userType: 'Member' | 'Guest';
  /** Key of the manager; absent for those who have none. */
  readonly managerKey?: string;
  /** Set for people who never installed the app. */
  readonly withoutApp?: true;
  /** Absent for people who exist in the cloud alone. */
  readonly onPremises?: {
    readonly sid: string;
    readonly objectGuid: string;
    readonly commonName: string;
  };
}

export interface SeedGroup {
  readonly objectId: string;
  readonly displayName: string;
  readonly mailNickname: string;
  readonly description: string;
  readonly kind:
    | 'microsoft-365'
    | 'security'
    | 'dynamic'
    | 'synced'
    | 'role-assignable'
    | 'distribution'
    | 'mail-enabled-security';
  readonly writeback?: { readonly isEnabled: boolean; readonly onPremisesGroupType: string };
  readonly memberKeys: readonly string[];
}

export const tenantId = '9f3c2b7a-54d1-4e0e-8a77-2c1f6d0b9e11';
export const botId = '28:5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';
export const botAppId = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';
export const domainDn = 'DC=corp,DC=contoso,DC=test';
export const writebackOu = `OU=Writeback,${domainDn}`;
export const staffOu = `OU=Staff,${domainDn}`;
const domainSid = 'S-1-5-21-1085031214-1563985344-725345543';

function person(fields: {
  readonly key: string;
  readonly number: number;
  readonly displayName: string;
  readonly role: SeedPerson['role'];
  readonly title: string;
  readonly cloudOnly?: true;
  readonly managerKey?: string;
  readonly withoutApp?: true;
}): SeedPerson {
  const suffix = String(fields.number).padStart(12, '0');
  const guest = fields.role === 'guest';
  const base = {
    key: fields.key,
    objectId: `aaaaaaaa-0000-4000-8000-${suffix}`,
    teamsId: `29:1${fields.key}-${suffix}`,
    displayName: fields.displayName,
    userPrincipalName: guest
      ? `${fields.key}_fabrikam.test#EXT#@contoso.test`
      : `${fields.key}@contoso.test`,
    role: fields.role,
    title: fields.title,
    userType: guest ? ('Guest' as const) : ('Member' as const),
    ...(fields.managerKey === undefined ? {} : { managerKey: fields.managerKey }),
    ...(fields.withoutApp === undefined ? {} : { withoutApp: fields.withoutApp }),
  };
  if (fields.cloudOnly === true) {
    return base;
  }
  const onPremises = {
    sid: `${domainSid}-${1100 + fields.number}`,
    objectGuid: `dddddddd-0000-4000-8000-${suffix}`,
    commonName: fields.displayName,
  };
  return { ...base, onPremises };
}

export const people: readonly SeedPerson[] = [
  person({
    key: 'rita',
    number: 1,
    displayName: 'Rita Requester',
    role: 'requester',
    title: 'Financial analyst',
    managerKey: 'ada',
  }),
  person({
    key: 'ben',
    number: 2,
    displayName: 'Ben Okafor',
    role: 'requester',
    title: 'Controller',
    managerKey: 'ada',
  }),
  person({
    key: 'ada',
    number: 3,
    displayName: 'Ada Approver',
    role: 'approver',
    title: 'Head of finance',
    managerKey: 'nora',
  }),
  person({
    key: 'paul',
    number: 4,
    displayName: 'Paul Prüfer',
    role: 'approver',
    title: 'IT security lead',
  }),
  person({
    key: 'amir',
    number: 5,
    displayName: 'Amir Admin',
    role: 'administrator',
    title: 'Identity administrator',
    managerKey: 'paul',
  }),
  person({
    key: 'gina',
    number: 6,
    displayName: 'Gina Guest',
    role: 'guest',
    title: 'Auditor, Fabrikam',
    cloudOnly: true,
  }),
  person({
    key: 'cleo',
    number: 7,
    displayName: 'Cleo Cloud',
    role: 'cloud-only',
    title: 'Contractor, cloud only',
    managerKey: 'ben',
    cloudOnly: true,
  }),
  person({
    key: 'layla',
    number: 8,
    displayName: 'ليلى الأحمد 🌙',
    role: 'requester',
    title: 'Treasury, Dubai',
    managerKey: 'ada',
  }),
  person({
    key: 'nora',
    number: 9,
    displayName: 'Nora Nakamura',
    role: 'manager',
    title: 'Chief financial officer',
    withoutApp: true,
  }),
];

function group(fields: Omit<SeedGroup, 'objectId'> & { readonly number: number }): SeedGroup {
  const { number, ...rest } = fields;
  return { ...rest, objectId: `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}` };
}

export const groups: readonly SeedGroup[] = [
  group({
    number: 1,
    displayName: 'Finance Reports',
    mailNickname: 'finance-reports',
    description: 'Read access to the monthly reports share',
    kind: 'microsoft-365',
    writeback: { isEnabled: true, onPremisesGroupType: 'universalDistributionGroup' },
    memberKeys: ['ben'],
  }),
  group({
    number: 2,
    displayName: 'Finance Systems',
    mailNickname: 'finance-systems',
    description: 'Ledger and treasury systems',
    kind: 'microsoft-365',
    memberKeys: ['ada'],
  }),
  group({
    number: 3,
    displayName: 'Sales (EU) & "East" #1',
    mailNickname: 'sales-eu-east',
    description: 'A name with everything a filter dislikes',
    kind: 'microsoft-365',
    memberKeys: [],
  }),
  group({
    number: 4,
    displayName: 'Finance Dynamic',
    mailNickname: 'finance-dynamic',
    description: 'All of department Finance',
    kind: 'dynamic',
    memberKeys: [],
  }),
  group({
    number: 5,
    displayName: 'Finance Legacy',
    mailNickname: 'finance-legacy',
    description: 'Mastered in Active Directory',
    kind: 'synced',
    memberKeys: [],
  }),
  group({
    number: 6,
    displayName: 'Finance Role Holders',
    mailNickname: 'finance-role-holders',
    description: 'May hold directory roles',
    kind: 'role-assignable',
    memberKeys: [],
  }),
  group({
    number: 7,
    displayName: 'Finance News',
    mailNickname: 'finance-news',
    description: 'A distribution list',
    kind: 'distribution',
    memberKeys: [],
  }),
  group({
    number: 8,
    displayName: 'Finance Servers',
    mailNickname: 'finance-servers',
    description: 'A cloud security group',
    kind: 'security',
    memberKeys: [],
  }),
  group({
    number: 9,
    displayName: 'Projects Atlas',
    mailNickname: 'projects-atlas',
    description: 'Project Atlas team',
    kind: 'microsoft-365',
    memberKeys: ['rita', 'paul'],
  }),
  group({
    number: 10,
    displayName: 'Finance Approvers',
    mailNickname: 'finance-approvers',
    description: 'Decide on access to what belongs to finance',
    kind: 'security',
    memberKeys: ['ada', 'ben', 'nora'],
  }),
  group({
    number: 11,
    displayName: 'Marketing',
    mailNickname: 'marketing',
    description: 'Marketing in Europe',
    kind: 'microsoft-365',
    memberKeys: [],
  }),
  group({
    number: 12,
    displayName: 'Marketing',
    mailNickname: 'marketing-asia',
    description: 'Of the same name: told apart by its address',
    kind: 'microsoft-365',
    memberKeys: [],
  }),
];

/** Id of the Teams app in its manifest, and its id in the organisation's app catalog. */
export const teamsAppId = '3f1c8f0e-52a7-4b0d-9c36-8f2b7d5a1e60';
export const teamsAppCatalogId = '8b2f6a1d-0c4e-4d7b-a5f9-1e3c5b7d9f20';

/** How Graph names the chat of a person with the bot; the channel has another name for it and takes both. */
export function graphChatId(objectId: string): string {
  return `19:${objectId}_${botAppId}@unq.gbl.spaces`;
}

/** Who may do what in the catalog Finance, by the names that Graph gives to the roles. */
export const catalogRoles = [
  { catalog: 'Finance', role: 'Catalog owner', key: 'ada' },
  { catalog: 'Finance', role: 'Access package manager', key: 'ben' },
] as const;
