/** Who did not get a card, for administrators. */
export const undelivered = {
  title: 'Not delivered',
  summary: 'Cards that could not be delivered',
  intro:
    'These people could not be written to: they do not have the app, have blocked it, or a policy keeps it from them. As soon as they have it, the card comes by itself.',
  next: 'Install the app for them in the Teams admin centre by a setup policy, or send them the link with which they add it.',
  none: 'Every card has reached its reader.',
  line: (id: string, asked: string) => `${id}, asked for on ${asked}`,
  reasons: {
    'no-app': 'They do not have the app.',
    'removed-app': 'They have removed the app.',
    blocked: 'They have blocked the bot.',
    'chat-gone': 'Their chat with the bot is gone.',
    'not-permitted': 'A policy keeps the app from them.',
    'not-known': 'Teams did not say why.',
  },
  since: (reason: string, moment: string) => `${reason} Since ${moment}.`,
  kinds: {
    request: 'their own request',
    approval: 'a decision that waits for them',
    outcome: 'how a request ended',
    other: 'news of a request',
  },
  lists: {
    list: 'their own list',
    approval: 'decisions on a list that wait for them',
    outcome: 'how a list ended',
  },
  listLine: (id: string, made: string) => `List ${id}, made on ${made}`,
  notices: {
    deputy: 'that they decide for somebody, or no longer do',
    catalog: 'that they look after a catalog, or no longer do',
    drift: 'where Active Directory is not as Entra says',
  },
} as const;
