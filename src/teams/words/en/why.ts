import { plural } from '../counting.ts';

/** The answer to "why not yet?". */
export const why = {
  title: 'Why not yet?',
  /** Said at once where the answer takes a moment. */
  looking: 'I am looking into it. The answer comes into our private chat in a moment.',
  arrived: 'It is there',
  ended: 'It has ended',
  asOf: (moment: string) => `As it stood ${moment}.`,
  nothing: 'I see nothing that is in the way.',
  nothingNext: 'It should go on by itself. I keep looking.',
  finished: (state: string) => `There is nothing to wait for. State of the request: ${state}.`,
  fix: 'To do',
  owner: 'By',
  seen: 'Seen',
  seenIn: (source: string, moment: string) => `${source}, ${moment}`,
  evidence: (what: string, value: string) => `${what} = ${value}`,
  alsoPossible: 'Also possible',
  more: (count: number) =>
    plural('en', count, {
      one: 'One more possible reason',
      other: `${count} more possible reasons`,
    }),
  unansweredTitle: 'What I could not find out',
  unanswered: (source: string, reason: string) => `${source}: ${reason}`,
  noAnswer: 'No answer in time.',
} as const;
