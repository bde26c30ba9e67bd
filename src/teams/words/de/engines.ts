import type { EngineFinding, WritebackEngine } from '../../../domain/group.ts';
import type { ProvisioningJobStatus, ProvisioningScope } from '../../../domain/provisioning.ts';
import { plural } from '../counting.ts';

type Evidence = EngineFinding['evidence'];

/** The engines of the tenant, for administrators. */
export const engineReport = {
  title: 'Was Gruppen nach Active Directory schreibt',
  summary: 'Die Rückschreibdienste Ihres Mandanten',
  none: 'Ich habe keinen Rückschreibdienst gefunden, deshalb erreicht keine Gruppe Active Directory.',
  noneNext:
    'Richten Sie für Sicherheitsgruppen Entra Cloud Sync ein (Microsoft Entra ID nach Active Directory), für Microsoft 365-Gruppen das Gruppenrückschreiben in Entra Connect Sync.',
  writing: 'Schreibt Gruppen',
  notWriting: 'Schreibt im Moment nichts',
  supported: 'Von Microsoft unterstützt',
  unsupported: 'Von Microsoft nicht mehr unterstützt',
  unsupportedEngines: (engines: string) => `${engines}: von Microsoft nicht mehr unterstützt`,
  /** In the list of prerequisites. */
  details: (support: string) => `${support}. Mehr mit „dienste“.`,
  state: 'Zustand',
  /** Soft hyphen: the column of labels is narrow. */
  support: 'Unter\u00ADstützung',
  evidence: 'Gefunden',
  feature: (name: string) =>
    `${name} ist in der Verzeichnissynchronisierung des Mandanten eingeschaltet`,
  evidences: {
    attested:
      'Ein Administrator hat es in meinen Einstellungen angegeben; Graph zeigt es mir nicht.',
    job: 'Seine Konfiguration in Microsoft Entra',
  } satisfies Readonly<Record<Exclude<Evidence['kind'], 'feature'>, string>>,
  organizationalUnit: 'Ziel-OU',
  unknownUnit: 'nicht zu sehen',
  job: 'Auftrag',
  jobStates: {
    active: 'läuft',
    quarantined: 'in Quarantäne',
    paused: 'pausiert',
    'not-started': 'nie gestartet',
  } satisfies Readonly<Record<ProvisioningJobStatus['state'], string>>,
  quarantinedFor: (code: string) => `in Quarantäne (${code})`,
  lastRun: 'Letzter Lauf',
  succeeded: (moment: string) => `erfolgreich, ${moment}`,
  failedFor: (code: string, moment: string) => `fehlgeschlagen (${code}), ${moment}`,
  scope: 'Bereich',
  scopes: {
    all: 'alle Sicherheitsgruppen',
    unknown: 'nicht zu sehen',
  } satisfies Readonly<Record<Exclude<ProvisioningScope['kind'], 'groups' | 'filtered'>, string>>,
  scopeGroups: (count: number) =>
    plural('de', count, { one: 'eine Gruppe', other: `${count} Gruppen` }),
  scopeAttributes: (attributes: string) => `nach einem Filter auf ${attributes}`,
  agents: 'Agenten',
  agentHealths: {
    answering: 'antworten',
    'not-answering':
      'antworten nicht; sehen Sie auf den Servern mit den Bereitstellungs-Agents nach',
    unknown: 'von hier aus nicht zu sehen',
  },
  works: 'Geeignet für',
  kinds: {
    'connect-v1': 'Microsoft 365-Gruppen, die in Active Directory zu Verteilergruppen werden',
    'connect-v2': 'Microsoft 365-Gruppen und Sicherheitsgruppen',
    'cloud-sync': 'Sicherheitsgruppen mit Mitgliedern, die aus Active Directory stammen',
  } satisfies Readonly<Record<WritebackEngine, string>>,
  guidanceTitle: 'Was das bedeutet',
  moveFromSecond:
    'Gruppenrückschreiben 2 von Entra Connect war eine Vorschau, die im Juni 2024 endete und jederzeit ausfallen kann. Stellen Sie Sicherheitsgruppen auf Entra Cloud Sync um; Microsoft 365-Gruppen können mit Gruppenrückschreiben 1 weiterlaufen, als Verteilergruppen.',
  noSecurity:
    'Nichts hier schreibt Sicherheitsgruppen. Für Zugriff auf Dateien und Anwendungen richten Sie Entra Cloud Sync ein.',
  noMicrosoft365:
    'Nichts hier schreibt Microsoft 365-Gruppen. Neue Gruppen, die beantragt werden, entstehen als Sicherheitsgruppen.',
  fine: 'Es muss nichts umgestellt werden.',
  open: 'In Entra öffnen',
} as const;
