/** A request that takes longer than it should. */
export const late = {
  /** On the request's own card. */
  since: (moment: string) => `This takes longer than expected, since ${moment}.`,
  overdueSince: (moment: string) => `This is overdue, since ${moment}.`,
  expected: (moment: string) => `Proof expected about ${moment}.`,
  wasExpected: (moment: string) => `The proof was expected about ${moment}.`,
  titles: {
    late: (person: string, group: string) => `Later than expected: ${person} in ${group}`,
    overdue: (person: string, group: string) => `Overdue: ${person} in ${group}`,
    arrived: (person: string, group: string) => `Arrived after all: ${person} in ${group}`,
    attested: (person: string, group: string) =>
      `Confirmed by hand after all: ${person} in ${group}`,
    goneOn: (person: string, group: string) => `Under way again: ${person} in ${group}`,
    ended: (person: string, group: string) => `No longer waiting: ${person} in ${group}`,
  },
  lateSince: (moment: string) => `It should have been there ${moment}.`,
  newer: 'It is overdue by now. A newer message from me has the reasons.',
  arrivedAt: (moment: string) => `Active Directory shows the membership, seen ${moment}.`,
  attestedAt: (who: string, moment: string) =>
    `${who} confirmed the membership in Active Directory, ${moment}.`,
  goneOn: 'What was holding it up is resolved. The request card shows how far it is.',
  ended: (state: string) => `State of the request: ${state}.`,
  unexplained: 'I found nothing that explains it. Choose “Why not yet?” and I look again.',
} as const;

/** A request that has stopped, as administrators are told. */
export const stopped = {
  title: (person: string, group: string) => `Request stopped: ${person} in ${group}`,
  again: (person: string, group: string) => `Tried again: ${person} in ${group}`,
  mended: (person: string, group: string) => `Mended: ${person} in ${group}`,
  againBody: 'Somebody has chosen Try again. I tell you here if it stops once more.',
  next: (id: string) =>
    `What was reached so far stays in place. When the reason is mended, choose Try again here or on the card that “status ${id}” shows.`,
} as const;
