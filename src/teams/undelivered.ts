import { undeliveredCard } from './cards/undelivered-card.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

const listed = 50;

/** Who could not be reached, for administrators. */
export async function answerUndelivered(
  { useCases, undelivered, appLink }: ChatDeps,
  { actor, words }: Turn,
): Promise<Reply> {
  if (!useCases.isAdministrator(actor.id)) {
    return { content: words.tenant.administratorsOnly, isPrivate: false };
  }
  const cards = (await undelivered?.listUndelivered(actor.tenantId, listed)) ?? [];
  return { content: undeliveredCard(words, cards, appLink), isPrivate: true };
}
