import type { CatalogRole } from '../../../domain/approval-policy.ts';
import type { CatalogGroup } from '../../../domain/catalog-view.ts';
import { plural } from '../counting.ts';

/**
 * Catalogs and who manages them. What each role allows stands as Microsoft has it:
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-delegate
 */
export const catalogs = {
  title: 'Kataloge',
  summary: 'Kataloge mit Gruppen und Zugriffspaketen',
  intro:
    'Ein Katalog enthält Gruppen und die Zugriffspakete, die Mitgliedschaft darin verschaffen. Um ihn kümmern sich seine Besitzer und Zugriffspaket-Manager.',
  none: 'Ihnen gehört kein Katalog, und Sie verwalten keinen. Ein Katalogbesitzer oder ein Administrator von Writeback kann Ihnen einen delegieren.',
  noneYet: 'Es gibt noch keinen Katalog.',
  noneNamed: (name: string) => `Keiner Ihrer Kataloge beginnt mit ${name}.`,
  published: 'Veröffentlicht',
  unpublished: 'Nicht veröffentlicht, deshalb kann niemand daraus beantragen',
  resources: (count: number) =>
    plural('de', count, { one: 'eine Ressource', other: `${count} Ressourcen` }),
  packages: (count: number) =>
    plural('de', count, { one: 'ein Zugriffspaket', other: `${count} Zugriffspakete` }),
  line: (state: string, resources: string, packages: string) =>
    `${state} · ${resources}, ${packages}`,
  owners: 'Besitzer',
  managers: 'Zugriffspaket-Manager',
  ownedBy: (names: string) => `Besitzer: ${names}`,
  managedBy: (names: string) => `Zugriffspaket-Manager: ${names}`,
  noOwner: 'Hat noch keinen Besitzer',
  hidden: (count: number) =>
    plural('de', count, {
      one: 'Ein weiterer steht nicht hier. Schreiben Sie „kataloge“ und den Anfang seines Namens, etwa: kataloge Finanzen',
      other: `${count} weitere stehen nicht hier. Schreiben Sie „kataloge“ und den Anfang des Namens, etwa: kataloge Finanzen`,
    }),
  openHint: 'Wählen Sie einen, um ihn zu öffnen.',
  open: (name: string) => `${name} öffnen`,
  cardSummary: (name: string) => `Der Katalog ${name}`,
  groups: 'Gruppen',
  noGroups: 'Noch keine Gruppe ist darin.',
  group: (name: string, writeback: string) => `${name} · ${writeback}`,
  writeback: {
    on: 'nach Active Directory zurückgeschrieben',
    off: 'nicht zurückgeschrieben',
    undecided: 'Rückschreiben nie ein- oder ausgeschaltet',
    unknown: 'Rückschreiben nicht bekannt',
  } satisfies Readonly<Record<CatalogGroup['writeback'], string>>,
  otherResources: (count: number) =>
    plural('de', count, {
      one: 'Daneben eine Anwendung oder Website.',
      other: `Daneben ${count} Anwendungen oder Websites.`,
    }),
  accessPackages: 'Zugriffspakete',
  noPackages: 'Es gibt noch keines.',
  more: (count: number) =>
    plural('de', count, { one: 'und noch eines', other: `und ${count} weitere` }),
  noManager: 'Noch niemand.',
  groupHolder: (name: string) => `${name} (eine Gruppe, also alle ihre Mitglieder)`,
  otherHolder: (name: string) => `${name} (eine Anwendung)`,

  /** For access package managers, who can change nothing from here. */
  managerHint:
    'Sie verwalten die Zugriffspakete dieses Katalogs. Das tun Sie im Microsoft Entra Admin Center.',

  newCatalog: 'Neuer Katalog',
  addGroup: 'Gruppe hinzufügen',
  delegate: 'Delegieren',
  takeBack: 'Rolle zurücknehmen',
  allCatalogs: 'Alle Kataloge',
  openCatalog: 'Katalog öffnen',
  openInEntra: 'In Entra öffnen',
  goOn: 'Weiter',
  back: 'Zurück',

  newTitle: 'Neuer Katalog',
  newIntro:
    'Er wird sofort veröffentlicht, aber nicht für Personen außerhalb Ihrer Organisation. Danach fügen Sie Gruppen hinzu und sagen, wer sich um ihn kümmert.',
  name: 'Name des Katalogs',
  nameHint: 'Etwa: Finanzen',
  nameMissing: 'Der Katalog braucht einen Namen.',
  description: 'Wofür er da ist',
  descriptionHint: 'Etwa: Gruppen der Finanzabteilung',
  create: 'Katalog erstellen',
  created: (name: string) =>
    `Der Katalog ${name} ist da. Fügen Sie Gruppen hinzu, und delegieren Sie ihn.`,

  addTitle: (catalog: string) => `${catalog} eine Gruppe hinzufügen`,
  addIntro:
    'Wer hier Zugriffspakete verwaltet, kann danach Mitgliedschaft in dieser Gruppe verschaffen. Noch wird niemand Mitglied.',
  groupLabel: 'Gruppe',
  groupHint: 'Anfang des Namens eingeben',
  groupMissing: 'Wählen Sie eine Gruppe aus der Liste.',
  chosenGroup: 'die gewählte Gruppe',
  add: 'Gruppe hinzufügen',
  added: (group: string) => `${group} ist jetzt im Katalog.`,
  wasThere: (group: string) => `${group} war schon im Katalog, deshalb wurde nichts geändert.`,

  delegateTitle: (catalog: string) => `${catalog} delegieren`,
  person: 'Wer',
  personHint: 'Namen eingeben',
  personName: 'Oder der Anmeldename',
  personNameHint: 'jemand@contoso.com',
  personMissing: 'Wählen Sie eine Person, oder geben Sie den Anmeldenamen ein.',
  chosenPerson: 'die gewählte Person',
  role: 'Rolle',
  roleMissing: 'Wählen Sie eine Rolle.',
  roles: {
    'catalog-owner': 'Katalogbesitzer',
    'access-package-manager': 'Zugriffspaket-Manager',
  } satisfies Readonly<Record<CatalogRole, string>>,
  confirmTitle: (person: string) => `Soll ${person} diese Rolle bekommen?`,
  wouldBe: {
    'catalog-owner': (person: string, catalog: string) =>
      `${person} wird Besitzer des Katalogs ${catalog}.`,
    'access-package-manager': (person: string, catalog: string) =>
      `${person} wird Zugriffspaket-Manager des Katalogs ${catalog}.`,
  } satisfies Readonly<Record<CatalogRole, (person: string, catalog: string) => string>>,
  may: 'Das erlaubt',
  mayNot: 'Das erlaubt nicht',
  allows: {
    'catalog-owner': [
      'eigene Ressourcen dem Katalog hinzuzufügen und Ressourcen aus ihm zu entfernen',
      'Zugriffspakete und Richtlinien mit den Ressourcen des Katalogs zu erstellen, zu ändern und zu löschen',
      'Personen direkt zuzuweisen und zu entfernen',
      'andere zu Besitzern oder Zugriffspaket-Managern des Katalogs zu machen',
    ],
    'access-package-manager': [
      'Zugriffspakete mit den Ressourcen, die im Katalog sind, zu erstellen, zu ändern und zu löschen',
      'deren Richtlinien zu erstellen und zu ändern: wer beantragen kann, wer genehmigt, wann der Zugriff endet',
      'Personen direkt zuzuweisen und zu entfernen',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  forbids: {
    'catalog-owner': ['in anderen Katalogen etwas zu tun', 'neue Kataloge zu erstellen'],
    'access-package-manager': [
      'dem Katalog Ressourcen hinzuzufügen oder sie zu entfernen',
      'andere zu Besitzern oder Zugriffspaket-Managern zu machen',
      'in anderen Katalogen etwas zu tun',
    ],
  } satisfies Readonly<Record<CatalogRole, readonly string[]>>,
  /** A rule of the approval policy may name the role. */
  mayApprove:
    'Wo die Genehmigungsrichtlinie diese Rolle fragt, entscheidet die Person auch hier in Writeback über Anträge.',
  youMayApprove:
    'Wo die Genehmigungsrichtlinie diese Rolle fragt, entscheiden Sie auch hier in Writeback über Anträge.',
  bullet: (line: string) => `• ${line}`,
  confirmDelegate: 'Delegieren',
  held: (person: string, role: string) => `${person} hat diese Rolle schon: ${role}.`,
  delegated: {
    'catalog-owner': (person: string) => `${person} ist jetzt Besitzer dieses Katalogs.`,
    'access-package-manager': (person: string) =>
      `${person} ist jetzt Zugriffspaket-Manager dieses Katalogs.`,
  } satisfies Readonly<Record<CatalogRole, (person: string) => string>>,
  told: (person: string) => `Ich habe ${person} benachrichtigt.`,
  notTold: (person: string) =>
    `Ich konnte ${person} nicht anschreiben. Bitte sagen Sie es selbst weiter; ist die Writeback-App hinzugefügt, zeigt „kataloge“ den Katalog.`,

  takeBackTitle: (catalog: string) => `Eine Rolle für ${catalog} zurücknehmen`,
  whose: 'Wessen Rolle',
  whoseMissing: 'Wählen Sie, wessen Rolle zurückgenommen wird.',
  holder: (name: string, role: string) => `${name} · ${role}`,
  nobodyToTakeFrom: 'Für diesen Katalog hat niemand eine Rolle.',
  takeBackConfirmTitle: (holder: string) => `Die Rolle von ${holder} zurücknehmen?`,
  wouldLose: {
    'catalog-owner': (holder: string, catalog: string) =>
      `${holder} wird nicht mehr Besitzer des Katalogs ${catalog} sein. Was dort schon eingerichtet ist, bleibt, wie es ist.`,
    'access-package-manager': (holder: string, catalog: string) =>
      `${holder} wird die Zugriffspakete des Katalogs ${catalog} nicht mehr verwalten. Was dort schon eingerichtet ist, bleibt, wie es ist.`,
  } satisfies Readonly<Record<CatalogRole, (holder: string, catalog: string) => string>>,
  lastOwner: (catalog: string) =>
    `Der Katalog ${catalog} hätte keinen Besitzer mehr. Nur Administratoren könnten sich noch um ihn kümmern. Machen Sie besser zuerst jemand anderen zum Besitzer.`,
  confirmTakeBack: 'Zurücknehmen',
  tookBack: (holder: string) => `Die Rolle von ${holder} ist zurückgenommen.`,
  goneAlready: 'Diese Rolle war schon zurückgenommen, deshalb wurde nichts geändert.',

  newsTitle: (catalog: string) => `Sie kümmern sich jetzt um den Katalog ${catalog}`,
  newsSummary: (catalog: string) => `Der Katalog ${catalog} wurde Ihnen delegiert`,
  madeYou: {
    'catalog-owner': (by: string) => `${by} hat Sie zum Besitzer gemacht.`,
    'access-package-manager': (by: string) => `${by} hat Sie zum Zugriffspaket-Manager gemacht.`,
  } satisfies Readonly<Record<CatalogRole, (by: string) => string>>,
  youMay: 'Das erlaubt Ihnen',
  youMayNot: 'Das erlaubt Ihnen nicht',
  newsHint:
    'Das tun Sie im Microsoft Entra Admin Center. Mit „kataloge“ sehen Sie den Katalog hier jederzeit.',
  taken: {
    'catalog-owner': (by: string, catalog: string) =>
      `${by} hat Ihre Rolle zurückgenommen: Sie sind nicht mehr Besitzer des Katalogs ${catalog}.`,
    'access-package-manager': (by: string, catalog: string) =>
      `${by} hat Ihre Rolle zurückgenommen: Sie verwalten die Zugriffspakete des Katalogs ${catalog} nicht mehr.`,
  } satisfies Readonly<Record<CatalogRole, (by: string, catalog: string) => string>>,
  takenSummary: 'Eine Ihrer Rollen wurde zurückgenommen',

  notAllowed:
    'Das dürfen Sie mit diesem Katalog nicht. Wenden Sie sich an einen seiner Besitzer oder an einen Administrator von Writeback.',
  guest: (person: string) =>
    `${person} ist ein Gast. In Ihrer Organisation kümmern sich Gäste nicht um Kataloge; wählen Sie jemand anderen.`,
  unavailable: 'Kataloge lassen sich hier nicht verwalten.',
  rejected: 'Das hat nicht funktioniert:',
} as const;
