import type { Log } from '../domain/log.ts';
import type { CardStore, ConversationStore } from '../domain/ports.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { ChoiceTitles } from './choice-titles.ts';
import type { Submissions } from './submissions.ts';

/** What answering people needs. */
export interface ChatDeps {
  readonly useCases: UseCases;
  readonly conversations: ConversationStore;
  readonly cards: CardStore;
  readonly submissions: Submissions;
  readonly titles: ChoiceTitles;
  readonly log: Log;
  /** A new GUID for a form. */
  readonly newFormId: () => string;
}
