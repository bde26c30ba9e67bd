/** A request that takes longer than it should. */
export const late = {
  /** On the request's own card. */
  since: (moment: string) => `Das dauert länger als erwartet, seit ${moment}.`,
  overdueSince: (moment: string) => `Das ist überfällig, seit ${moment}.`,
  expected: (moment: string) => `Nachweis erwartet: etwa ${moment}.`,
  wasExpected: (moment: string) => `Der Nachweis war etwa zu dieser Zeit erwartet: ${moment}.`,
  titles: {
    late: (person: string, group: string) => `Später als erwartet: ${person} in ${group}`,
    overdue: (person: string, group: string) => `Überfällig: ${person} in ${group}`,
    arrived: (person: string, group: string) => `Doch noch angekommen: ${person} in ${group}`,
    attested: (person: string, group: string) =>
      `Doch noch von Hand bestätigt: ${person} in ${group}`,
    goneOn: (person: string, group: string) => `Es geht weiter: ${person} in ${group}`,
    ended: (person: string, group: string) => `Wartet nicht mehr: ${person} in ${group}`,
  },
  lateSince: (moment: string) => `Der Nachweis hätte da sein sollen: ${moment}.`,
  newer: 'Inzwischen ist das überfällig. Die Gründe stehen in einer neueren Nachricht von mir.',
  arrivedAt: (moment: string) => `Active Directory zeigt die Mitgliedschaft, gesehen ${moment}.`,
  attestedAt: (who: string, moment: string) =>
    `${who} hat die Mitgliedschaft in Active Directory bestätigt, ${moment}.`,
  goneOn: 'Was den Antrag aufgehalten hat, ist behoben. Die Antragskarte zeigt, wie weit er ist.',
  ended: (state: string) => `Stand des Antrags: ${state}.`,
  unexplained:
    'Ich habe nichts gefunden, was es erklärt. Wählen Sie „Warum noch nicht?“, dann sehe ich noch einmal nach.',
} as const;

/** A request that has stopped, as administrators are told. */
export const stopped = {
  title: (person: string, group: string) => `Antrag angehalten: ${person} in ${group}`,
  again: (person: string, group: string) => `Erneut versucht: ${person} in ${group}`,
  mended: (person: string, group: string) => `Behoben: ${person} in ${group}`,
  againBody:
    'Jemand hat „Erneut versuchen“ gewählt. Wird der Antrag noch einmal angehalten, sage ich es Ihnen hier.',
  next: (id: string) =>
    `Was schon erreicht ist, bleibt bestehen. Ist der Grund behoben, wählen Sie „Erneut versuchen“, hier oder auf der Karte, die „status ${id}“ zeigt.`,
} as const;
