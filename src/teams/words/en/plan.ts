import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
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
  createSecurityGroup: (name: string) => `${name}, to be created (security group)`,
  createdSecurityGroup: (name: string) => `${name}, created (security group)`,
  createdGroup: (name: string, alias: string) =>
    `${name}, created (Microsoft 365, address ${alias})`,
  owner: 'Owner',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name}, of the new group: may add and remove members without asking`,
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
  objectThat: (object: string, mailOnly: string) => `${object}. ${mailOnly}`,
  mailOnly: 'A distribution group carries mail; it opens no files or applications.',
  catalog: 'Catalog',
  accessPackage: 'Package',
  create: (name: string) => `${name}, to be created`,
  use: (name: string) => `${name}, which exists`,
  created: (name: string) => `${name}, created`,
  found: (name: string) => `${name}, existed already`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'Universal distribution group',
  universalSecurityGroup: 'Universal security group',
  universalMailEnabledSecurityGroup: 'Universal mail-enabled security group',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (group writeback 1)',
  'connect-v2': 'Entra Connect (group writeback 2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
