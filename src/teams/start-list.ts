import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import type { ListReading } from './read-list.ts';
import type { Turn } from './turn.ts';

/** Stores what was read for checking; resolves to the reason, in words, when it cannot be read. */
export async function startList(
  deps: ChatDeps,
  { actor, words }: Turn,
  { reading, messageId }: { readonly reading: ListReading; readonly messageId: string | undefined },
): Promise<string | undefined> {
  if (reading.kind === 'complaint') {
    return explain(words, 'input-not-valid', reading.complaint);
  }
  // The message delivered twice makes one list.
  const formId = `${actor.id}/message/${messageId ?? deps.newFormId()}`;
  await deps.batches.start(actor, { formId, rows: reading.rows });
  return undefined;
}
