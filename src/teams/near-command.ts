import { slipsBetween } from '../domain/slips.ts';

/** A phrase that is a command, and whether a name or a number may follow it. */
export interface Sayable {
  readonly said: string;
  readonly name: string;
  readonly takesArgument: boolean;
}

/** A longer message is not a command with a slip in it. */
const longestTyped = 200;

/**
 * What was nearly typed, put right and with what followed it: "request Finance" for "requst Finance". Undefined where
 * nothing is near enough, or two commands are equally near. `typed` has single spaces.
 */
export function nearCommand(phrases: readonly Sayable[], typed: string): string | undefined {
  if (typed.length > longestTyped) {
    return undefined;
  }
  const near = phrases.flatMap((phrase) => slipOf(phrase, typed));
  const least = Math.min(...near.map(({ slips }) => slips));
  const nearest = near.filter(({ slips }) => slips === least);
  const [first] = nearest;
  return nearest.every(({ name }) => name === first?.name) ? first?.meant : undefined;
}

interface Near {
  readonly name: string;
  readonly slips: number;
  readonly meant: string;
}

function slipOf({ said, name, takesArgument }: Sayable, typed: string): readonly Near[] {
  const words = typed.split(' ');
  const length = takesArgument ? said.split(' ').length : words.length;
  const beginning = words.slice(0, length).join(' ').toLowerCase();
  const bare = beginning.replaceAll(/^\p{P}+|\p{P}+$/gu, '');
  const permitted = Math.min(2, Math.floor(said.length / 4));
  if (Math.abs(bare.length - said.length) > permitted) {
    return [];
  }
  const slips = slipsBetween(bare, said);
  const meant = [said, ...words.slice(length)].join(' ');
  return slips > 0 && slips <= permitted ? [{ name, slips, meant }] : [];
}
