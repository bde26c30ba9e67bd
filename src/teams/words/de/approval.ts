import { plural } from '../counting.ts';

/** What a card says of the way to a decision. */
export const approval = {
  title: 'Genehmigung',
  rule: 'Regel',
  ticket: 'Ticketnr.',
  waitingForSome: (count: number, who: string) =>
    plural('de', count, {
      one: `Wartet auf ${count} Entscheidung aus diesem Kreis: ${who}`,
      other: `Wartet auf ${count} Entscheidungen aus diesem Kreis: ${who}`,
    }),
  waitingForAll: (who: string) => `Wartet auf die Entscheidung von allen: ${who}`,
  waitingForBoth: (who: string) => `Wartet auf die Entscheidung von beiden: ${who}`,
  expires: (moment: string) => `Ohne Entscheidung läuft der Antrag ab: ${moment}.`,
  claimed: (who: string, moment: string) => `${who} kümmert sich darum, seit ${moment}.`,
  youClaimed: (moment: string) => `Sie kümmern sich darum, seit ${moment}.`,
  youApproved: (moment: string) =>
    `Sie haben das genehmigt, ${moment}. Es fehlen noch Genehmigungen von anderen.`,
  neededLater: (stage: string) =>
    `Hier genehmigen Sie nicht, weil eine spätere Stufe Sie braucht und niemand zweimal genehmigt. Ihre ist diese: ${stage}.`,
  left: 'Sie sind hier nicht mehr gefragt, weil Sie die Gruppe oder die Rolle verlassen haben, für die Sie es waren.',
  reminder: (moment: string) => `Erinnerung: Dieser Antrag wartet seit ${moment}.`,
  reminds: (asks: string) => `Erinnerung. ${asks}`,
  escalated: (who: string, moment: string) =>
    `Zu lange hat niemand entschieden, deshalb sind seit ${moment} auch diese Personen gefragt: ${who}.`,
  stage: (number: number, count: number, name: string) => `Stufe ${number} von ${count}: ${name}`,
  given: (given: number, need: number) =>
    plural('de', need, {
      one: `${given} von 1 Genehmigung`,
      other: `${given} von ${need} Genehmigungen`,
    }),
  marks: { done: '✓', asked: '◐', later: '○', ended: '✕' },
  voted: (who: string, moment: string) => `✓ ${who} hat genehmigt, ${moment}`,
  votedFor: (who: string, approver: string, moment: string) =>
    `✓ ${who} hat für ${approver} genehmigt, ${moment}`,
  votedWith: (vote: string, quote: string) => `${vote}: ${quote}`,
  unanswered: (who: string) => `Noch keine Antwort: ${who}`,
  neverAnswered: (who: string) => `Keine Antwort: ${who}`,
  comesLater: (who: string) => `Danach gefragt: ${who}`,
  standsIn: (deputy: string, approver: string, lastDay: string) =>
    `${deputy} vertritt ${approver} bis ${lastDay}`,
  shortened: (now: string, asked: string, who: string) =>
    `${now} (beantragt: ${asked}; gekürzt von ${who})`,
  duration: 'Für wie lange',
  asAsked: (duration: string) => `Wie beantragt: ${duration}`,
  because: {
    named: 'Sie werden gefragt, weil die Genehmigungsrichtlinie Sie nennt.',
    groupMember: (group: string) => `Sie werden gefragt, weil Sie Mitglied von ${group} sind.`,
    manager: (who: string) =>
      `Sie werden gefragt, weil Sie als Vorgesetzte oder Vorgesetzter von ${who} eingetragen sind.`,
    /** Of a review. */
    administrator:
      'Sie werden als Administrator gefragt, weil zu wenige andere dies genehmigen könnten.',
    managerFallback: (who: string) =>
      `Sie werden gefragt, weil für ${who} keine vorgesetzte Person entscheiden könnte.`,
    catalogOwner: (catalog: string) =>
      `Sie werden gefragt, weil Ihnen der Katalog ${catalog} gehört.`,
    packageManager: (catalog: string) =>
      `Sie werden gefragt, weil Sie die Zugriffspakete des Katalogs ${catalog} verwalten.`,
    deputy: (who: string, lastDay: string) =>
      `Sie werden gefragt, weil Sie ${who} bis ${lastDay} vertreten.`,
  },
  returned: 'Der Plan hat sich geändert, deshalb ist eine neue Genehmigung nötig',
  returnedBody: (moment: string) =>
    `Der Antrag war genehmigt, aber als die Arbeit beginnen sollte, ${moment}, war etwas nicht mehr wie genehmigt. Es wurde nichts geändert. Was anders ist, ist unten mit ⚠ markiert.`,
  returns: (asks: string) => `Seit der Genehmigung geändert. ${asks}`,
  writeback: { on: 'ein', off: 'aus', undetermined: 'nicht festgelegt' },
  changed: (before: string, after: string) => `⚠ Geändert: ${before} → ${after}`,
  newerBelow: 'Weiter unten gibt es eine neuere Nachricht zu diesem Antrag.',
  showHere: 'Hier anzeigen',
} as const;
