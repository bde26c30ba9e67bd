import type { BatchCardStore } from '../domain/batch-store.ts';
import type { Log } from '../domain/log.ts';
import type { NoticeOutbox } from '../domain/notice.ts';
import type { Clock, ConversationStore } from '../domain/ports.ts';
import type { CardStore } from '../domain/posted-card.ts';
import type { UndeliveredList } from '../domain/undelivered.ts';
import type { BatchUseCases } from '../setup/batches/batch-use-cases.ts';
import type { CatalogUseCases } from '../setup/catalogs.ts';
import type { UseCases } from '../setup/use-cases.ts';
import type { ChoiceTitles } from './choice-titles.ts';
import type { Delivery } from './delivery.ts';
import type { GroupCards } from './group-cards.ts';
import type { Submissions } from './submissions.ts';

/** What answering people needs. */
export interface ChatDeps {
  readonly useCases: UseCases;
  readonly conversations: ConversationStore;
  readonly cards: CardStore;
  readonly submissions: Submissions;
  /** Lists of requests. */
  readonly batches: BatchUseCases;
  readonly batchCards: BatchCardStore;
  /** Absent where no catalogs are managed. */
  readonly catalogs?: CatalogUseCases | undefined;
  /** Absent where nothing of a request is shown to a group. */
  readonly groupCards?: GroupCards | undefined;
  readonly titles: ChoiceTitles;
  /** For private answers to what was asked elsewhere or takes longer; one try, since somebody waits. */
  readonly deliveryFrom: (serviceUrl: string) => Delivery;
  readonly clock: Pick<Clock, 'now'>;
  /** Absent where nothing is kept of what was not delivered. */
  readonly undelivered?: UndeliveredList | undefined;
  readonly notices?: NoticeOutbox | undefined;
  /** For people of whom no language is known. */
  readonly defaultLanguage?: string | undefined;
  readonly log: Log;
  /** Where somebody adds the app, to be passed on to people who cannot be reached. */
  readonly appLink?: string | undefined;
  /** After how long somebody who asked is told that the answer comes later, in real milliseconds. */
  readonly patienceMs?: number | undefined;
  /** A new GUID for a form. */
  readonly newFormId: () => string;
}

export interface CatalogChatDeps extends ChatDeps {
  readonly catalogs: CatalogUseCases;
}
