import type { Owner } from '../../../domain/advice.ts';
import type { LegName } from '../../../domain/legs.ts';
import type { LastLook } from '../../../domain/request.ts';

export const request = {
  forWhom: (person: string, group: string) => `${person} in ${group}`,
  asks: (requester: string) => `${requester} bittet um Ihre Entscheidung`,
  number: (id: string) => `Antrag ${id}`,
  for: 'Für',
  requestedBy: 'Antrag von',
  asked: (who: string, moment: string) => `${who}, ${moment}`,
  reason: 'Begründung',
  duration: 'Dauer',
  decided: 'Entscheidung',
  quoted: (words: string) => `„${words}“`,
  decidedWith: (decision: string, quote: string) => `${decision}: ${quote}`,
  /** A whole request in one line of plain text. */
  sentence: (id: string, who: string, state: string) => `${id}: ${who}, ${state}`,
  asksFor: (asks: string, sentence: string) => `${asks}. ${sentence}`,
  progressTitle: 'Der Weg nach Active Directory',
  comment: 'Kommentar (nötig zum Ablehnen)',
  commentHint: 'Wer den Antrag gestellt hat, liest ihn',
  commentMissing:
    'Sagen Sie, warum Sie ablehnen: Wer den Antrag gestellt hat, liest es. Schreiben Sie einen Kommentar, und wählen Sie dann „Ablehnen“.',
} as const;

export const states = {
  awaitingApproval: (who: string) => `Wartet auf die Entscheidung durch ${who}`,
  settingUp: 'Genehmigt. Ich richte es ein.',
  delivering: 'Genehmigt und eingerichtet. Die Berechtigungsverwaltung weist das Paket zu.',
  awaitingMembership: 'Zugewiesen. Wartet darauf, dass die Mitgliedschaft in Entra erscheint.',
  awaitingSync: 'In Entra. Wartet auf die Synchronisierung nach Active Directory.',
  confirmed: 'Erledigt: Active Directory zeigt die Mitgliedschaft.',
  attested: (who: string) =>
    `Erledigt: ${who} hat die Mitgliedschaft in Active Directory bestätigt.`,
  denied: (who: string) => `Abgelehnt von ${who}`,
  deniedFor: (who: string, approver: string) => `Abgelehnt von ${who} für ${approver}`,
  cancelled: (who: string) => `Zurückgezogen von ${who}`,
  expired: 'Niemand hat rechtzeitig entschieden, deshalb ist dieser Antrag abgelaufen.',
  stoppedAt: (step: string) => `Angehalten beim Schritt „${step}“`,
  stoppedWaiting: 'Angehalten auf dem Weg nach Active Directory',
} as const;

/** Without a verb, so that they fit one request as well as many: "3 in Genehmigung". */
export const listStates = {
  'awaiting-approval': 'in Genehmigung',
  denied: 'abgelehnt',
  cancelled: 'zurückgezogen',
  expired: 'abgelaufen',
  'setting-up': 'in Einrichtung',
  delivering: 'in Zuweisung',
  'awaiting-membership': 'noch nicht in Entra',
  'awaiting-sync': 'noch nicht synchronisiert',
  confirmed: 'in AD angekommen',
  failed: 'angehalten',
} as const;

export const legs = {
  assigned: 'In der Berechtigungsverwaltung zugewiesen',
  'member-in-entra': 'Mitglied in Microsoft Entra',
  exported: 'Von der Synchronisierung exportiert',
  'member-in-ad': 'Mitglied in Active Directory',
} satisfies Readonly<Record<LegName, string>>;

export const legStates = {
  pending: ['○', 'wartet'],
  working: ['◐', 'läuft'],
  done: ['✓', 'erledigt'],
  failed: ['✕', 'fehlgeschlagen'],
  unknown: ['?', 'nicht zu sehen'],
  'not-reached': ['○', 'nicht erreicht'],
} as const;

export const findings = {
  'not-member': 'Active Directory zeigt die Mitgliedschaft noch nicht.',
  'group-missing': 'Die Gruppe ist noch nicht in Active Directory.',
  'user-missing': 'Ich finde die Person noch nicht in Active Directory.',
  'group-ambiguous':
    'Mehr als ein Objekt in Active Directory könnte die Gruppe sein. Ein Administrator sollte nachsehen.',
  'user-ambiguous':
    'Mehr als ein Konto in Active Directory könnte die Person sein. Ein Administrator sollte nachsehen.',
  'not-verifiable':
    'Ich kann hier nicht in Active Directory nachsehen. Wer genehmigt oder administriert und nachgesehen hat, kann bestätigen.',
  'directory-unreachable':
    'Beim letzten Nachsehen antwortete kein Domänencontroller. Ich sehe weiter nach.',
  'sync-disabled':
    'Die Synchronisierung ist ausgeschaltet. Ein Administrator muss sie einschalten.',
  'sync-suspended':
    'Die Synchronisierung ist ausgesetzt. Ein Administrator muss sie wieder starten.',
  'sync-staging':
    'Der Synchronisierungsserver ist im Stagingmodus und schreibt nichts. Ein Administrator sollte nachsehen.',
  'waiting-for-cycle':
    'Seit die Mitgliedschaft in Entra ist, hat noch kein Synchronisierungszyklus begonnen.',
} satisfies Readonly<Record<LastLook['finding'], string>>;

export const times = {
  doneIn: (span: string) => `erledigt, Dauer: ${span}`,
  altogether: (span: string) => `Insgesamt ${span} von der Genehmigung bis zum Nachweis.`,
  since: (moment: string) => `seit ${moment}`,
  lastLook: (moment: string) => `Zuletzt nachgesehen: ${moment}.`,
  approvedBy: (who: string, moment: string) => `Genehmigt von ${who}, ${moment}`,
  deniedBy: (who: string, moment: string) => `Abgelehnt von ${who}, ${moment}`,
  cancelledBy: (who: string, moment: string) => `Zurückgezogen von ${who}, ${moment}`,
} as const;

export const notices = {
  /** A second click of the same person. */
  approvedYourself: (moment: string) => `Sie haben das selbst genehmigt, ${moment}.`,
  deniedYourself: (moment: string) => `Sie haben das selbst abgelehnt, ${moment}.`,
  approvedBefore: (who: string, moment: string) =>
    `${who} hat das schon vor Ihnen genehmigt, ${moment}.`,
  deniedBefore: (who: string, moment: string) =>
    `${who} hat das schon vor Ihnen abgelehnt, ${moment}.`,
  notCancelled: {
    approved: (who: string, moment: string) =>
      `Es wurde nichts zurückgezogen: Das geht nur, bis jemand entschieden hat, und ${who} hatte schon genehmigt, ${moment}.`,
    denied: (who: string, moment: string) =>
      `Es wurde nichts zurückgezogen: ${who} hatte den Antrag schon abgelehnt, ${moment}.`,
    emergency: (moment: string) =>
      `Es wurde nichts zurückgezogen: Notfallzugriff lässt sich nicht zurückziehen. Er endet von selbst, etwa ${moment}.`,
    over: 'Es wurde nichts zurückgezogen: Dieser Antrag war schon beendet.',
    notYours: (who: string) =>
      `Es wurde nichts zurückgezogen: Das kann nur ${who}, von wem der Antrag kommt, oder ein Administrator.`,
  },
  unreachable: (who: string) =>
    `Ich kann ${who} nicht anschreiben. Die Writeback-App fehlt dort in Teams oder ist gesperrt. Sobald sie da ist, kommt dieser Antrag an.`,
  passOn: (link: string) =>
    `Leiten Sie diesen Link weiter, mit dem sie hinzugefügt werden kann: ${link}`,
  mender: (owner: string) => `Wer das beheben kann: ${owner}.`,
  done: 'Erledigt. Die Karte zeigt, wie es jetzt steht.',
} as const;

export const owners = {
  you: 'Sie',
  'the approver': 'die genehmigende Person',
  'the group owner': 'der Gruppenbesitzer',
  'an administrator': 'ein Administrator',
  nobody: 'niemand',
} satisfies Readonly<Record<Owner, string>>;
