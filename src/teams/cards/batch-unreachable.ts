import type { PostedBatchCard } from '../../domain/batch-store.ts';
import type { BatchView } from '../../domain/batch-view.ts';
import type { Person } from '../../domain/person.ts';
import { askedIn } from './batch-audience.ts';
import type { BatchCardView } from './batch-view.ts';
import { type Element, text } from './elements.ts';
import { saidList } from './escape.ts';

/** Who is asked about any of it and could not be written to; it matters only while they are asked. */
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
  const asked = new Set(requests.flatMap(askedIn));
  const people = new Map(
    requests.flatMap(({ approvers }) => approvers.map((person) => [person.id, person] as const)),
  );
  return [...people.values()].filter(({ id }) => missing.has(id) && asked.has(id));
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
