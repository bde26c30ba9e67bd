import type { OnPremisesGroupType, WritebackEngine } from '../../../domain/group.ts';

export const plan = {
  titles: {
    ahead: 'Was sich ändern wird',
    underWay: 'Was ich einrichte',
    done: 'Was ich eingerichtet habe',
    stopped: 'Der Plan und wie weit ich kam',
    never: 'Was sich geändert hätte',
  },
  group: 'Gruppe',
  createGroup: (name: string, alias: string) =>
    `${name}, wird erstellt (Microsoft 365, Adresse ${alias})`,
  createSecurityGroup: (name: string) => `${name}, wird erstellt (Sicherheitsgruppe)`,
  createdSecurityGroup: (name: string) => `${name}, erstellt (Sicherheitsgruppe)`,
  createdGroup: (name: string, alias: string) =>
    `${name}, erstellt (Microsoft 365, Adresse ${alias})`,
  owner: 'Besitzer',
  /** Owners change the members of their group themselves; no request is needed. */
  ownerOfNew: (name: string) =>
    `${name}, für die neue Gruppe: darf Mitglieder ohne Rückfrage hinzufügen und entfernen`,
  /** Soft hyphen: the column of labels is narrow. */
  writeback: 'Rück\u00ADschreiben',
  writebackFrom: {
    on: 'ein, bleibt ein',
    off: 'aus, wird eingeschaltet',
    undetermined: 'bisher nicht festgelegt, wird eingeschaltet',
  },
  switchedOn: 'eingeschaltet',
  wasOn: 'war schon ein',
  inDirectory: 'In AD',
  object: (type: string, engine: string) => `${type}, geschrieben von ${engine}`,
  organizationalUnit: 'Ziel-OU',
  objectThat: (object: string, mailOnly: string) => `${object}. ${mailOnly}`,
  mailOnly: 'Eine Verteilergruppe leitet E-Mails weiter; sie öffnet keine Dateien und Anwendungen.',
  catalog: 'Katalog',
  accessPackage: 'Paket',
  create: (name: string) => `${name}, wird erstellt`,
  use: (name: string) => `${name}, vorhanden`,
  created: (name: string) => `${name}, erstellt`,
  found: (name: string) => `${name}, war schon vorhanden`,
} as const;

export const groupTypes = {
  universalDistributionGroup: 'Universelle Verteilergruppe',
  universalSecurityGroup: 'Universelle Sicherheitsgruppe',
  universalMailEnabledSecurityGroup: 'Universelle E-Mail-aktivierte Sicherheitsgruppe',
} satisfies Readonly<Record<OnPremisesGroupType, string>>;

export const engines = {
  'connect-v1': 'Entra Connect (Gruppenrückschreiben 1)',
  'connect-v2': 'Entra Connect (Gruppenrückschreiben 2)',
  'cloud-sync': 'Entra Cloud Sync',
} satisfies Readonly<Record<WritebackEngine, string>>;
