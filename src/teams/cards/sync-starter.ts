import type { UserId } from '../../domain/ids.ts';
import type { Words } from '../words/words.ts';
import { said } from './escape.ts';
import { moment } from './when.ts';

/** Who had a sync started, as the reader is told. */
export interface Starter {
  readonly isReader: boolean;
  readonly displayName: string;
}

export type StarterOf = (by: UserId) => Starter;

interface Recent {
  readonly startedAt: Date;
  readonly by: UserId;
}

interface Telling {
  readonly words: Words;
  readonly starterOf: StarterOf;
}

/** Whose run one has joined. Escaped. */
export function joinedWords({ words: { syncNow }, starterOf }: Telling, run: Recent): string {
  const { isReader, displayName } = starterOf(run.by);
  const at = moment(run.startedAt);
  return isReader ? syncNow.joinedOwn(at) : syncNow.joined(said(displayName), at);
}

/** Whose run keeps one from another. Escaped. */
export function tooSoonWords({ words: { syncNow }, starterOf }: Telling, run: Recent): string {
  const { isReader, displayName } = starterOf(run.by);
  const at = moment(run.startedAt);
  return isReader ? syncNow.tooSoonOwn(at) : syncNow.tooSoon(said(displayName), at);
}
