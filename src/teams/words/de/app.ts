import type { CommandName } from '../command-name.ts';

/** What people type; the first of each is shown to them. English is understood in every language beside its own. */
export const commands: Readonly<Record<CommandName, readonly string[]>> = {
  help: ['hilfe', 'hallo', 'guten tag', 'guten morgen', 'befehle'],
  request: [
    'antrag',
    'neuer antrag',
    'beantragen',
    'anfordern',
    'anforderung',
    'anfrage',
    'neue anfrage',
    'anfragen',
    'zugriff',
    'zugriff beantragen',
  ],
  again: ['nochmal', 'noch mal', 'noch einmal', 'erneut beantragen', 'erneut', 'wieder'],
  favourites: ['favoriten', 'meine favoriten'],
  bulk: ['sammelantrag', 'liste', 'sammelanfrage', 'massenantrag'],
  'my-requests': [
    'meine anträge',
    'meine antraege',
    'mein antrag',
    'anträge',
    'antraege',
    'meine anfragen',
  ],
  waiting: [
    'zu entscheiden',
    'genehmigungen',
    'zu genehmigen',
    'wartend',
    'wartet',
    'wartende anträge',
    'ausstehend',
    'offen',
    'offene anträge',
    'offene',
  ],
  deputy: [
    'vertretung',
    'stellvertretung',
    'abwesenheit',
    'vertreter',
    'stellvertreter',
    'urlaub',
    'abwesend',
  ],
  status: ['status', 'stand', 'zustand'],
  cancel: ['zurückziehen', 'zurueckziehen', 'stornieren', 'abbrechen', 'widerrufen', 'abbruch'],
  why: ['warum', 'warum noch nicht', 'wieso', 'weshalb', 'warum nicht'],
  prerequisites: ['voraussetzungen'],
  engines: ['dienste', 'rückschreibdienste'],
  'sync-now': ['jetzt synchronisieren', 'synchronisieren', 'synchronisation'],
  drift: ['abweichungen', 'abweichung', 'unterschiede'],
  undelivered: ['nicht zugestellt', 'unzustellbar', 'nicht zugestellte'],
  catalogs: ['kataloge', 'katalog'],
};

/** What Teams shows of the app before it is used: the texts of appPackage/. */
export const app = {
  name: 'Writeback',
  fullName: 'Writeback: Gruppenmitgliedschaft in Active Directory',
  description: 'Gruppenmitgliedschaft beantragen und in Active Directory ankommen sehen',
  fullDescription: `Writeback bringt Personen in Gruppen, die Ihr lokales Active Directory kennt.

Sie sagen, wer in welche Gruppe soll und warum. Eine genehmigende Person entscheidet auf einer Karte. Writeback stellt die Gruppe dann auf Rückschreiben, fügt sie einem Zugriffspaket der Microsoft Entra-Berechtigungsverwaltung hinzu und weist ihr die Person zu. Ist die Synchronisierung gelaufen, sieht Writeback in Active Directory nach und zeigt Ihnen den Nachweis.

Sie sehen jederzeit, wie weit Ihr Antrag ist: zugewiesen, Mitglied in Microsoft Entra, von der Synchronisierung exportiert, Mitglied in Active Directory. Wenn ihn etwas aufhält, lesen Sie, warum und wer es beheben kann.

Writeback braucht die Microsoft Entra-Berechtigungsverwaltung und das Gruppenrückschreiben in Ihrer Organisation und einen Administrator, der es einrichtet.`,
  commands: {
    help: 'Was Sie Writeback sagen können',
    request: 'Eine Gruppenmitgliedschaft beantragen, für Sie selbst oder jemand anderen',
    again:
      'Noch einmal beantragen, was Sie schon beantragt hatten; mit der Nummer, sonst der letzte Antrag',
    favourites: 'Gruppen, die Sie oft beantragen; im Formular stehen sie zuerst',
    bulk: 'Viele Mitgliedschaften auf einmal beantragen: Liste einfügen oder .csv-Datei senden',
    'my-requests': 'Was Sie beantragt haben und was Sie bekommen',
    waiting: 'Was auf Ihre Entscheidung wartet',
    deputy: 'Jemanden benennen, der für Sie entscheidet, solange Sie abwesend sind',
    status: 'Wie ein Antrag steht; mit seiner Nummer, etwa WB-7K3F2Q9X',
    cancel: 'Einen Antrag zurückziehen, über den noch niemand entschieden hat; mit seiner Nummer',
    why: 'Warum jemand noch nicht in Active Directory ist; mit der Nummer des Antrags',
    prerequisites: 'Für Administratoren: was in Ihrem Mandanten für das Rückschreiben bereit ist',
    engines: 'Für Administratoren: was Gruppen nach Active Directory schreibt',
    'sync-now': 'Für Administratoren: jetzt synchronisieren lassen, was wartet',
    drift: 'Für Administratoren: wo Active Directory von Entra abweicht',
    undelivered: 'Für Administratoren: wer nicht zu erreichen war',
    catalogs:
      'Die Kataloge, die Ihnen gehören oder die Sie verwalten: ihre Gruppen und wer sich um sie kümmert',
  } satisfies Readonly<Record<CommandName, string>>,
} as const;
