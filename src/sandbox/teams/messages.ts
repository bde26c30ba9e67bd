import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import type { StoredMessage } from '../page/protocol.ts';

const collection = 'teams-messages';

export type MessageChange =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'removed'; readonly conversationId: string; readonly id: string };

type Draft = Omit<StoredMessage, 'id' | 'sentAt' | 'version'>;
type Edit = Partial<Omit<StoredMessage, 'id' | 'conversationId' | 'version'>>;

/** All messages of all chats, in the order they were sent; each change is in the journal before it is announced. */
export class Messages {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #announce: (change: MessageChange) => void;
  readonly #byConversation = new Map<string, Map<string, StoredMessage>>();
  #lastId = 0;

  constructor(journal: Journal, clock: Clock, announce: (change: MessageChange) => void) {
    this.#journal = journal;
    this.#clock = clock;
    this.#announce = announce;
    for (const message of journal.list<StoredMessage>(collection)) {
      this.#chat(message.conversationId).set(message.id, message);
      this.#lastId = Math.max(this.#lastId, Number(message.id));
    }
  }

  now(): Date {
    return this.#clock.now();
  }

  list(conversationId: string): readonly StoredMessage[] {
    return [...this.#chat(conversationId).values()];
  }

  find(conversationId: string, id: string): StoredMessage | undefined {
    return this.#chat(conversationId).get(id);
  }

  /** Looks in every conversation. */
  findAnywhere(id: string): StoredMessage | undefined {
    return this.#journal.get<StoredMessage>(collection, id);
  }

  /** As in Teams the id is the time of sending in milliseconds; two messages never share one. */
  post(draft: Draft): StoredMessage {
    const now = this.#clock.now();
    this.#lastId = Math.max(this.#lastId + 1, now.getTime());
    const message = { ...draft, id: String(this.#lastId), sentAt: now.toISOString(), version: 1 };
    this.#save(message);
    return message;
  }

  edit(message: StoredMessage, edit: Edit): StoredMessage {
    const edited = { ...message, ...edit, version: message.version + 1 };
    this.#save(edited);
    return edited;
  }

  remove(message: StoredMessage): void {
    this.#journal.delete(collection, message.id);
    this.#chat(message.conversationId).delete(message.id);
    this.#announce({ kind: 'removed', conversationId: message.conversationId, id: message.id });
  }

  #save(message: StoredMessage): void {
    this.#journal.put(collection, message.id, message);
    this.#chat(message.conversationId).set(message.id, message);
    this.#announce({ kind: 'message', message });
  }

  #chat(conversationId: string): Map<string, StoredMessage> {
    const known = this.#byConversation.get(conversationId);
    if (known !== undefined) {
      return known;
    }
    const created = new Map<string, StoredMessage>();
    this.#byConversation.set(conversationId, created);
    return created;
  }
}
