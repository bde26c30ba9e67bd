import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
  titles: {
    ahead: 'Ce qui va changer',
    underWay: 'Ce que je mets en place',
    done: 'Ce que j’ai mis en place',
    stopped: 'Le plan, et où je me suis arrêté',
    never: 'Ce qui aurait changé',
  },
  group: 'Groupe',
  createGroup: (name: string, alias: string) =>
    `${name}, à créer (Microsoft 365, adresse ${alias})`,
  createSecurityGroup: (name: string) => `${name}, à créer (groupe de sécurité)`,
  createdSecurityGroup: (name: string) => `${name}, créé (groupe de sécurité)`,
  createdGroup: (name: string, alias: string) => `${name}, créé (Microsoft 365, adresse ${alias})`,
  owner: 'Propriétaire',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name}, du nouveau groupe : peut ajouter et retirer des membres sans demander`,
  writeback: 'Réécriture',
  writebackFrom: {
    on: 'activée, le reste',
    off: 'désactivée, à activer',
    undetermined: 'non décidée jusqu’ici, à activer',
  },
  switchedOn: 'activée',
  wasOn: 'était déjà activée',
  inDirectory: 'Dans AD',
  object: (type: string, engine: string) => `${type}, écrit par ${engine}`,
  organizationalUnit: 'UO cible',
  objectThat: (object: string, mailOnly: string) => `${object}. ${mailOnly}`,
  mailOnly: 'Un groupe de distribution sert au courrier ; il n’ouvre ni fichiers ni applications.',
  catalog: 'Catalogue',
  accessPackage: 'Package',
  create: (name: string) => `${name}, à créer`,
  use: (name: string) => `${name}, qui existe`,
  created: (name: string) => `${name}, créé`,
  found: (name: string) => `${name}, existait déjà`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'Groupe de distribution universel',
  universalSecurityGroup: 'Groupe de sécurité universel',
  universalMailEnabledSecurityGroup: 'Groupe de sécurité universel à extension messagerie',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (réécriture de groupe 1)',
  'connect-v2': 'Entra Connect (réécriture de groupe 2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
