import { explain } from './cards/notices.ts';
import type { ChatDeps } from './deps.ts';
import { readList } from './read-list.ts';
import type { Turn } from './turn.ts';
import { everyLanguage } from './words/choose.ts';

/** Stores what was read for checking; resolves to the reason, in words, when it cannot be read. */
export async function startList(
  deps: ChatDeps,
  { actor, words }: Turn,
  { text, messageId }: { readonly text: string; readonly messageId: string | undefined },
): Promise<string | undefined> {
  const reading = readList(text, everyLanguage());
  if (reading.kind === 'complaint') {
    return explain(words, 'input-not-valid', reading.complaint);
  }
  // The message delivered twice makes one list.
  const formId = `${actor.id}/message/${messageId ?? deps.newFormId()}`;
  await deps.batches.start(actor, { formId, rows: reading.rows });
  return undefined;
}
