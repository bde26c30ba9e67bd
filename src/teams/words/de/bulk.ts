import { plural } from '../counting.ts';

/** A list of requests that are made, approved and followed together. */
export const bulk = {
  /** What the first line of a list may call its columns. */
  columns: {
    who: [
      'person',
      'benutzer',
      'benutzername',
      'benutzerprinzipalname',
      'mitglied',
      'anmeldename',
      'e-mail',
      'e-mail-adresse',
    ],
    group: ['gruppe', 'gruppenname', 'gruppen-id'],
    duration: ['dauer', 'tage', 'dauer (tage)'],
  } as Readonly<Record<'who' | 'group' | 'duration', readonly string[]>>,
  units: {
    days: ['Tag', 'Tage', 'Tagen'],
    weeks: ['Woche', 'Wochen'],
    months: ['Monat', 'Monate', 'Monaten'],
    years: ['Jahr', 'Jahre', 'Jahren'],
  } as Readonly<Record<'days' | 'weeks' | 'months' | 'years', readonly string[]>>,
  title: 'Viele Mitgliedschaften auf einmal beantragen',
  formSummary: 'Das Formular für eine Liste von Anträgen',
  intro:
    'Fügen Sie eine Liste ein, oder senden Sie mir in diesem Chat eine .csv-Datei. Ich prüfe zuerst jede Zeile und zeige Ihnen, was ich gefunden habe; gesendet wird erst, wenn Sie es sagen.',
  lines: 'Eine Zeile pro Person: Anmeldename, Gruppe, Anzahl der Tage',
  linesHint: 'ada@example.com; Finanzberichte; 30',
  linesMissing: 'Fügen Sie mindestens eine Zeile ein.',
  check: 'Liste prüfen',
  heading: (id: string) => `Liste ${id}`,
  headingFrom: (id: string, who: string) => `Liste ${id} von ${who}`,
  madeBy: (who: string, moment: string) => `${who}, ${moment}`,
  lineCount: (count: number) =>
    plural('de', count, { one: `${count} Zeile`, other: `${count} Zeilen` }),
  checking: 'Ich prüfe jede Zeile. Diese Karte zeigt gleich das Ergebnis.',
  allGood: (count: number) =>
    plural('de', count, {
      one: 'Die eine Zeile kann gesendet werden.',
      other: `Alle ${count} Zeilen können gesendet werden.`,
    }),
  someGood: (good: number, refused: number) =>
    plural('de', good, {
      one: `${good} Zeile kann gesendet werden, ${refused} nicht.`,
      other: `${good} Zeilen können gesendet werden, ${refused} nicht.`,
    }),
  noneGood: 'Keine der Zeilen kann gesendet werden.',
  draftHint:
    'Noch ist nichts gesendet. Zeilen, die Sie berichtigen, werden als eigene Liste geprüft und gesendet.',
  sending: 'Ich sende die Anträge. Diese Karte zeigt sie gleich.',
  discarded: 'Aus dieser Liste wurde nichts gesendet.',
  sent: (count: number) =>
    plural('de', count, {
      one: `${count} Antrag wurde gesendet.`,
      other: `${count} Anträge wurden gesendet.`,
    }),
  nothingSent: 'Aus dieser Liste ist kein Antrag entstanden.',
  forYou: (count: number) =>
    plural('de', count, {
      one: 'Ein Antrag wartet auf Ihre Entscheidung.',
      other: `${count} Anträge warten auf Ihre Entscheidung.`,
    }),
  finished: 'Alle Anträge dieser Liste sind abgeschlossen.',
  /** "40 in AD angekommen, 2 angehalten". */
  count: (count: number, state: string) => `${count} ${state}`,
  couldNotBeSent: 'nicht gesendet',
  rowGood: 'kann gesendet werden',
  rowNotSent: 'nicht gesendet',
  rowUnchecked: 'wird geprüft',
  rowLine: (row: number) => `Zeile ${row}`,
  marked: (mark: string, title: string) => `${mark} ${title}`,
  rowTitle: (person: string, group: string) => `${person} in ${group}`,
  rowTimed: (title: string, duration: string) => `${title}, ${duration}`,
  rowState: (id: string, state: string) => `${id} · ${state}`,
  rowsTitle: 'Zeile für Zeile',
  rowsTitleOf: (page: number, pages: number) => `Zeile für Zeile, Seite ${page} von ${pages}`,
  openOne:
    'Wählen Sie eine Zeile, um ihren Antrag mit dem ganzen Plan zu sehen und was Sie mit ihm allein tun können.',
  reason: 'Begründung für alle',
  reasonHint: 'Danach wird entschieden',
  ticket: 'Ticketnummer',
  ticketHint: 'Ihre Regeln verlangen eine',
  comment: 'Kommentar (nötig zum Ablehnen)',
  send: (count: number) =>
    plural('de', count, { one: 'Antrag senden', other: `${count} Anträge senden` }),
  discard: 'Nichts senden',
  checkAgain: 'Erneut prüfen',
  checkRefusedAgain: 'Abgelehnte neu prüfen',
  correct: 'Zeilen berichtigen',
  correcting: (id: string) =>
    `Das sind die Zeilen von ${id}, die nicht gesendet werden können. Berichtigen Sie sie hier; daraus wird eine neue Liste.`,
  correctingSome: (id: string, shown: number, all: number) =>
    `Das sind die ersten ${shown} der ${all} Zeilen von ${id}, die nicht gesendet werden können. Berichtigen Sie sie hier; daraus wird eine neue Liste.`,
  correctBelow:
    'Die Zeilen stehen in einer neuen Nachricht in unserem privaten Chat. Berichtigen Sie sie dort.',
  noneToCorrect: 'Keine Zeile dieser Liste ist noch abgelehnt.',
  comesPrivately: 'Ich prüfe Ihre Liste. Die Karte dazu kommt in unseren privaten Chat.',
  comesWithApp:
    'Ihre Liste ist angekommen, aber ich kann Ihnen noch nicht privat schreiben. Fügen Sie die Writeback-App in Teams hinzu, dann kommt die Karte dazu in unseren privaten Chat.',
  unreachable: (who: string) =>
    `Ich kann ${who} nicht anschreiben. Die Writeback-App fehlt dort in Teams oder ist gesperrt. Sobald sie da ist, kommt diese Liste an.`,
  approveAll: (count: number) =>
    plural('de', count, { one: 'Genehmigen', other: `Alle ${count} genehmigen` }),
  approveSome: (count: number, all: number) => `${count} von ${all} genehmigen`,
  denyAll: (count: number) =>
    plural('de', count, { one: 'Ablehnen', other: `Alle ${count} ablehnen` }),
  cancelAll: 'Ganze Liste zurückziehen',
  cancelUndecided: (count: number) =>
    plural('de', count, {
      one: 'Den offenen zurückziehen',
      other: `Die ${count} offenen zurückziehen`,
    }),
  retryFailed: (count: number) =>
    plural('de', count, {
      one: 'Den angehaltenen erneut versuchen',
      other: `Die ${count} angehaltenen erneut versuchen`,
    }),
  next: 'Nächste Zeilen',
  previous: 'Vorige Zeilen',
  ordered: {
    approve: (who: string) => `${who} hat die Liste genehmigt. Ich gebe es Zeile für Zeile weiter.`,
    deny: (who: string) => `${who} hat die Liste abgelehnt. Ich gebe es Zeile für Zeile weiter.`,
    cancel: (who: string) => `${who} zieht die Liste zurück. Ich gebe es Zeile für Zeile weiter.`,
    retry: (who: string) => `${who} versucht die angehaltenen Anträge erneut.`,
  },
  carriedOut: {
    approve: (who: string, count: number) =>
      plural('de', count, {
        one: `${who} hat ${count} Antrag genehmigt.`,
        other: `${who} hat ${count} Anträge genehmigt.`,
      }),
    deny: (who: string, count: number) =>
      plural('de', count, {
        one: `${who} hat ${count} Antrag abgelehnt.`,
        other: `${who} hat ${count} Anträge abgelehnt.`,
      }),
    cancel: (who: string, count: number) =>
      plural('de', count, {
        one: `${who} hat ${count} Antrag zurückgezogen.`,
        other: `${who} hat ${count} Anträge zurückgezogen.`,
      }),
    retry: (who: string, count: number) =>
      plural('de', count, {
        one: `${who} hat ${count} Antrag erneut gestartet.`,
        other: `${who} hat ${count} Anträge erneut gestartet.`,
      }),
  },
  notDone: (row: number, why: string) => `Zeile ${row} nicht: ${why}`,
  /** Where the words for whoever is refused would not be right for everybody else who reads the card. */
  notDoneBecause: {
    'not-allowed': (who: string) => `${who} darf das nicht.`,
    'own-request': () => 'Wer den Antrag stellt oder wem er gilt, entscheidet nicht darüber.',
    'not-asked-now': (who: string) => `${who} wird in dieser Stufe nicht gefragt.`,
    'already-approved': (who: string) => `Die Genehmigung von ${who} zählt bereits.`,
    'approved-earlier-stage': (who: string) =>
      `${who} hat diesen Antrag in einer früheren Stufe genehmigt.`,
    'needed-later': (who: string, stage: string) =>
      `Eine spätere Stufe dieses Antrags braucht ${who} (${stage}).`,
    'no-longer-approver': (who: string) =>
      `${who} gehört nicht mehr zu denen, die über diesen Antrag entscheiden.`,
  },
  notDoneMore: (count: number) =>
    plural('de', count, {
      one: `und ${count} weitere Zeile`,
      other: `und ${count} weitere Zeilen`,
    }),
  quoted: (words: string) => `„${words}“`,
  onlyExisting:
    'Für mehrere Personen auf einmal wählen Sie eine vorhandene Gruppe. Eine neue Gruppe wird zuerst für eine Person beantragt.',
  withoutPackage:
    'Für mehrere Personen auf einmal wähle ich das Zugriffspaket. Bitte lassen Sie dieses Feld leer.',
  plans: 'Was sich ändern wird',
  /** More plans than fit on the card. */
  plansOf: (from: number, to: number, all: number) =>
    `Was sich ändern wird: Pläne ${from} bis ${to} von ${all}`,
  nextPlans: 'Weitere Pläne',
  previousPlans: 'Vorherige Pläne',
  /** Of a decision on the whole list. */
  changed:
    'Etwas von dem, was diese Liste ändern würde, ist anders als das, was Sie gesehen haben; deshalb habe ich noch nichts getan. Die Pläne unten zeigen den jetzigen Stand; bitte sehen Sie sie an und entscheiden Sie noch einmal.',
  newList: (id: string) =>
    `Die abgelehnten Zeilen sind jetzt die Liste ${id}, die eine eigene Karte hat.`,
  listLine: (id: string, states: string) => `${id} · ${states}`,
  listStates: {
    checking: 'wird geprüft',
    draft: 'geprüft, nicht gesendet',
    discarded: 'nicht gesendet',
    sending: 'wird gesendet',
    sent: 'gesendet',
  },
  notFound: (id: string) => `Es gibt keine Liste ${id}, die Sie sehen könnten.`,
  /** After "why" and the number of a list. */
  whyEach: (id: string) =>
    `Jeder Antrag dieser Liste geht seinen eigenen Weg. Schreiben Sie „warum“ und die Nummer eines Antrags, etwa: warum ${id}`,
  /** After "cancel". */
  cancelling: 'Ich ziehe die Liste zurück.',
  notYours: (who: string) =>
    `Nichts wurde zurückgezogen: Diese Liste kann nur ${who} zurückziehen.`,
  notCancelled: 'Über alles in dieser Liste ist entschieden, es gibt nichts mehr zurückzuziehen.',
  notYet:
    'Das ist noch nicht möglich, denn ich prüfe oder sende diese Liste gerade. Bitte versuchen Sie es gleich noch einmal.',
  over: 'Das ist nicht mehr möglich. Die Karte zeigt, wie die Liste jetzt steht.',
  sentence: (heading: string, states: string) => `${heading}: ${states}`,
  asksSentence: (who: string, heading: string, count: number) =>
    plural('de', count, {
      one: `${who} bittet um Ihre Entscheidung über einen Antrag. ${heading}`,
      other: `${who} bittet um Ihre Entscheidung über ${count} Anträge. ${heading}`,
    }),
  newerBelow: 'Weiter unten gibt es eine neuere Nachricht zu dieser Liste.',
  outcomeTitle: (id: string) => `Liste ${id} ist abgeschlossen`,
  file: {
    tooLarge:
      'Diese Datei ist größer als 1 MB. Eine Liste hat höchstens 200 Zeilen; bitte senden Sie eine kürzere.',
    notReadable:
      'Ich konnte diese Datei nicht aus Teams abrufen. Bitte senden Sie sie noch einmal, oder fügen Sie die Zeilen ein.',
    notAList: (name: string) =>
      `${name} ist keine .csv-Datei. Bitte speichern Sie die Liste als .csv, oder fügen Sie die Zeilen nach „sammelantrag“ ein.`,
    onlyOne: 'Bitte senden Sie immer nur eine Datei.',
  },
} as const;
