/** An approver's deputy, and what waits for an approver. */
export const deputy = {
  title: 'Your deputy',
  summary: 'Name somebody who decides while you are away',
  intro:
    'While you are away, somebody else can decide what you are asked. You can still decide yourself.',
  given: (who: string, from: string, until: string) =>
    `${who} decides for you, from ${from} to ${until}.`,
  received: (who: string, from: string, until: string) =>
    `You decide for ${who}, from ${from} to ${until}.`,
  none: 'Nobody decides for you at present.',
  person: 'Deputy',
  personHint: 'Type a name',
  personName: 'or their sign-in name',
  chosen: 'The person you chose',
  from: 'From',
  fromMissing: 'Choose the first day.',
  until: 'Until (including this day)',
  untilMissing: 'Choose the last day.',
  name: 'Name deputy',
  end: 'End it now',
  noPerson: 'Choose who decides for you, or type their sign-in name.',
  twoPeople: 'Choose the person from the list or type a sign-in name, not both.',
  noDays: 'Choose the first and the last day.',
  named: (who: string) => `Done. ${who} knows, and gets your requests from the first day on.`,
  namedUnreachable: (who: string) =>
    `Done, but I cannot write to ${who}. Please tell them to add the Writeback app in Teams.`,
  ended: 'Done. From now on nobody decides for you but yourself.',
  replaced: (who: string) => `${who} no longer decides for you.`,
  toldTitle: (who: string) => `You are the deputy of ${who}`,
  toldBody: (who: string, from: string, until: string) =>
    `${who} has named you for the time from ${from} to ${until}. Whatever ${who} is asked comes to you too; each card says so. Nothing of what you ask for yourself comes to you.`,
  overTitle: (who: string) => `You are no longer the deputy of ${who}`,
  overBody: (who: string) => `${who} has ended it. You are asked nothing more on their behalf.`,
} as const;

export const waiting = {
  title: 'Waiting for you',
  summary: 'What waits for your decision',
  empty: 'Nothing waits for your decision.',
  hint: 'Choose one to decide on it.',
  more: 'There are more. Decide on these, then ask again.',
  review: 'emergency access, for your review',
  unreviewed: 'Emergency access that nobody has reviewed for more than a day',
} as const;
