import type { BatchEntry } from '../../domain/batch-view.ts';
import type { Words } from '../words/words.ts';
import { said } from './escape.ts';
import { durationWords } from './when.ts';

/** For how long a line is asked; one that could not be read says what stands there. Escaped. */
export function lineDuration(words: Words, { row, request }: BatchEntry): string {
  const { days, duration, complaint } = row;
  if (request !== undefined) {
    return durationWords(words, request.duration);
  }
  if (complaint !== undefined && duration !== '') {
    return said(duration, 20);
  }
  return durationWords(
    words,
    days === undefined ? { kind: 'no-expiration' } : { kind: 'days', days },
  );
}

/**
 * What all lines that can be sent say alike, to be told once; undefined where they differ or there is only one. Refused
 * ones go on telling what is different with them.
 */
export function commonDuration(words: Words, entries: readonly BatchEntry[]): string | undefined {
  const good = entries.filter(({ row }) => row.verdict.kind !== 'refused');
  const [first, ...others] = new Set(good.map((entry) => lineDuration(words, entry)));
  return good.length > 1 && others.length === 0 ? first : undefined;
}
