import type { PostedBatchCard } from '../../domain/batch-store.ts';
import type { BatchView } from '../../domain/batch-view.ts';
import type { Person } from '../../domain/person.ts';
import { awaits } from './batch-audience.ts';
import type { BatchCardView } from './batch-view.ts';
import { type Element, text } from './elements.ts';
import { saidList } from './escape.ts';

/** Whom any of it waits for and who could not be written to; it matters only while it does. */
export function unreachableIn(
  { entries }: Pick<BatchView, 'entries'>,
  posted: readonly PostedBatchCard[],
): readonly Person[] {
  const missing = new Set(
    posted.flatMap(({ undeliverable, recipientId }) =>
      undeliverable === undefined ? [] : [recipientId],
    ),
  );
  const requests = entries.flatMap(({ request }) => request ?? []);
  const people = new Map(
    requests.flatMap(({ approvers }) =>
      approvers.filter(({ id }) => missing.has(id)).map((person) => [person.id, person] as const),
    ),
  );
  return [...people.values()].filter(({ id }) => requests.some((request) => awaits(request, id)));
}

/** Who is missing, and the link with which the requester can help them. */
export function unreachableLines({
  words,
  isRequesters,
  unreachable = [],
  appLink,
}: BatchCardView): readonly Element[] {
  if (!isRequesters || unreachable.length === 0) {
    return [];
  }
  const names = unreachable.map(({ displayName }) => displayName);
  return [
    text(words.bulk.unreachable(saidList(words, names, 'and')), { spacing: 'small' }),
    ...(appLink === undefined ? [] : [text(words.notices.passOn(`[${appLink}](${appLink})`))]),
  ];
}
