/** Who did not get a card, for administrators. */
export const undelivered = {
  title: 'Nicht zugestellt',
  summary: 'Karten, die nicht zugestellt werden konnten',
  intro:
    'Diese Personen waren nicht zu erreichen: Sie haben die App nicht, haben sie blockiert, oder eine Richtlinie lässt sie nicht zu. Sobald sie die App haben, kommt die Karte von selbst.',
  next: 'Installieren Sie die App für sie im Teams Admin Center mit einer Setuprichtlinie, oder senden Sie ihnen den Link, mit dem sie sich hinzufügen lässt.',
  none: 'Jede Karte ist angekommen.',
  line: (id: string, asked: string) => `${id}, beantragt: ${asked}`,
  reasons: {
    'no-app': 'Die App fehlt dort.',
    'removed-app': 'Die App wurde dort entfernt.',
    blocked: 'Der Bot ist dort blockiert.',
    'chat-gone': 'Der Chat mit dem Bot ist weg.',
    'not-permitted': 'Eine Richtlinie lässt die App dort nicht zu.',
    'not-known': 'Teams hat keinen Grund gemeldet.',
  },
  since: (reason: string, moment: string) => `${reason} Seit ${moment}.`,
  kinds: {
    request: 'der eigene Antrag',
    approval: 'eine Entscheidung, die noch aussteht',
    outcome: 'wie ein Antrag ausging',
    other: 'Neues zu einem Antrag',
  },
  lists: {
    list: 'die eigene Liste',
    approval: 'Entscheidungen zu einer Liste, die noch ausstehen',
    outcome: 'wie eine Liste ausging',
  },
  listLine: (id: string, made: string) => `Liste ${id}, angelegt: ${made}`,
  notices: {
    deputy: 'dass die Person jemanden vertritt oder nicht mehr vertritt',
    catalog: 'dass die Person einen Katalog betreut oder nicht mehr betreut',
    drift: 'wo Active Directory nicht so ist, wie Entra sagt',
  },
} as const;
