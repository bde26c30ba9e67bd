import { driftReportCard } from './cards/drift-card.ts';
import type { Reply } from './commands.ts';
import type { ChatDeps } from './deps.ts';
import type { Turn } from './turn.ts';

/** Everything in which Active Directory differed from Entra at the last look, for administrators. */
export async function answerDrift({ useCases }: ChatDeps, { actor, words }: Turn): Promise<Reply> {
  return useCases.isAdministrator(actor.id)
    ? { content: driftReportCard(words, await useCases.reportDrift()), isPrivate: true }
    : { content: words.drift.administratorsOnly, isPrivate: false };
}
