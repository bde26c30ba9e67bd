import { enginesCard } from './cards/engines-card.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** What writes groups to Active Directory, for administrators. Throws the `graph-…` Problems. */
export async function answerEngines(
  { useCases }: ChatDeps,
  { actor, words }: Turn,
): Promise<Reply> {
  return useCases.isAdministrator(actor.id)
    ? { content: enginesCard(words, await useCases.describeTenant()), isPrivate: true }
    : { content: words.tenant.administratorsOnly, isPrivate: false };
}
