import { plural } from '../counting.ts';

/** The answer to "why not yet?". */
export const why = {
  title: 'Warum noch nicht?',
  /** Said at once where the answer takes a moment. */
  looking: 'Ich sehe nach. Die Antwort kommt gleich in unseren privaten Chat.',
  arrived: 'Es ist da',
  ended: 'Es ist zu Ende',
  asOf: (moment: string) => `Stand: ${moment}.`,
  nothing: 'Ich sehe nichts, was im Weg steht.',
  nothingNext: 'Es sollte von selbst weitergehen. Ich sehe weiter nach.',
  finished: (state: string) => `Es gibt nichts mehr zu warten. Stand des Antrags: ${state}.`,
  fix: 'Zu tun',
  owner: 'Wer',
  seen: 'Gesehen',
  seenIn: (source: string, moment: string) => `${source}, ${moment}`,
  evidence: (what: string, value: string) => `${what} = ${value}`,
  alsoPossible: 'Auch möglich',
  more: (count: number) =>
    plural('de', count, {
      one: 'Ein weiterer möglicher Grund',
      other: `${count} weitere mögliche Gründe`,
    }),
  unansweredTitle: 'Was ich nicht herausfinden konnte',
  unanswered: (source: string, reason: string) => `${source}: ${reason}`,
  noAnswer: 'Keine rechtzeitige Antwort.',
} as const;
