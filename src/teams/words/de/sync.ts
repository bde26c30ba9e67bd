import type { ConnectRun } from '../../../domain/sync-now-result.ts';
import { plural } from '../counting.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

/** What came of "sync now". */
export const syncNow = {
  title: 'Jetzt synchronisieren',
  summary: 'Was „jetzt synchronisieren“ ergeben hat',
  notAllowed:
    'Sie dürfen keine Synchronisierung starten. Administratoren von Writeback dürfen es: Fragen Sie jemanden von ihnen, wenn es nicht warten kann.',
  nothingWaits: 'Kein Antrag wartet auf eine Synchronisierung, deshalb habe ich keine gestartet.',
  waiting: (count: number) =>
    plural('de', count, {
      one: 'Ein Antrag wartet darauf.',
      other: `${count} Anträge warten darauf.`,
    }),
  started: (moment: string) => `Ich habe eine Synchronisierung gestartet, ${moment}.`,
  startedNext:
    'Sie nimmt alles mit, was wartet. Sobald sie beendet ist, sehe ich in Active Directory nach.',
  joined: (who: string, moment: string) =>
    `${who} hat kurz zuvor eine Synchronisierung starten lassen, ${moment}.`,
  joinedOwn: (moment: string) =>
    `Sie haben kurz zuvor eine Synchronisierung starten lassen, ${moment}.`,
  joinedNext: 'Sie nimmt alles mit, was wartet, deshalb habe ich keine zweite gestartet.',
  running: 'Es läuft bereits eine Synchronisierung.',
  runningSince: (moment: string) => `Es läuft bereits eine Synchronisierung, seit ${moment}.`,
  covers: 'Sie nimmt alles mit, was wartet.',
  coversNot:
    'Für einen Teil dessen, was wartet, hat sie zu früh begonnen. Fragen Sie noch einmal, wenn sie beendet ist, dann starte ich für den Rest eine weitere.',
  tooSoon: (who: string, moment: string) =>
    `${who} hat eine Synchronisierung starten lassen, ${moment}. Für einen Teil dessen, was wartet, war das zu früh; für eine weitere ist es noch zu bald, deshalb habe ich keine gestartet.`,
  tooSoonOwn: (moment: string) =>
    `Sie haben eine Synchronisierung starten lassen, ${moment}. Für einen Teil dessen, was wartet, war das zu früh; für eine weitere ist es noch zu bald, deshalb habe ich keine gestartet.`,
  again: (moment: string) => `Die nächste lässt sich ab dann starten: ${moment}.`,
  refused: {
    busy: [
      'Der Synchronisierungsdienst ist mit etwas anderem beschäftigt.',
      'Versuchen Sie es in ein paar Minuten noch einmal.',
    ],
    suspended: [
      'Die Synchronisierung ist ausgesetzt, wie immer, solange ihr Assistent geöffnet ist.',
      'Ein Administrator muss den Konfigurationsassistenten auf dem Synchronisierungsserver schließen.',
    ],
    staging: [
      'Der Synchronisierungsserver ist im Stagingmodus und schreibt nichts, eine Synchronisierung würde also nicht helfen.',
      'Ein Administrator muss den Stagingmodus beenden oder mich mit dem aktiven Server verbinden.',
    ],
    disabled: [
      'Die Synchronisierung ist ausgeschaltet.',
      'Ein Administrator muss sie auf dem Synchronisierungsserver einschalten: Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      'Der Synchronisierungsserver lässt mich keine Synchronisierung starten.',
      'Ein Administrator muss meinem Konto dort das Recht geben, eine zu starten.',
    ],
    'too-soon': [
      'Die letzte Synchronisierung wurde gerade erst gestartet, und der Synchronisierungsserver verlangt etwas Zeit zwischen zweien.',
      'Versuchen Sie es in ein paar Minuten noch einmal.',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} durch Entra Cloud Sync`,
  written: (count: number) =>
    plural('de', count, {
      one: 'Eine Person ist geschrieben, meldet Cloud Sync. Ich sehe jetzt in Active Directory nach.',
      other: `${count} Personen sind geschrieben, meldet Cloud Sync. Ich sehe jetzt in Active Directory nach.`,
    }),
  skipped: (count: number, codes: string) =>
    plural('de', count, {
      one: `Eine Person wurde übergangen: ${codes}`,
      other: `${count} Personen wurden übergangen: ${codes}`,
    }),
  failed: (count: number, codes: string) =>
    plural('de', count, {
      one: `Eine Person konnte nicht geschrieben werden: ${codes}`,
      other: `${count} Personen konnten nicht geschrieben werden: ${codes}`,
    }),
  noJob:
    'Cloud Sync hat keine Konfiguration, die Gruppen schreibt. Ein Administrator muss eine erstellen.',
  notRunning:
    'Die Konfiguration von Cloud Sync ist pausiert oder wurde nie gestartet. Ein Administrator muss sie starten.',
  outOfScope:
    'Die Gruppe ist nicht im Bereich von Cloud Sync. Ein Administrator muss sie dem Bereichsfilter hinzufügen.',
} as const;
