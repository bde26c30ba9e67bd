/** What the page and the server behind it tell each other. Types only: both sides are one program. */

export type ChatKind = 'personal' | 'groupChat' | 'channel';

export interface PagePerson {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** A short word that says what is special about this person: "approver", "guest". */
  readonly badge?: string;
  /** The Teams id (MRI) that `refresh.userIds` of a card speaks of. */
  readonly teamsId: string;
  readonly objectId: string;
  readonly userPrincipalName: string;
  readonly hasApp: boolean;
  /** The language of their Teams, such as `de-DE`. */
  readonly locale: string;
  /** The time zone that their Teams tells the bot, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** In their language. */
  readonly starters: readonly PromptStarter[];
}

/** What an app offers to begin with: what one sees, and what is said by choosing it. */
export interface PromptStarter {
  readonly title: string;
  readonly prompt: string;
}

export interface PageChat {
  readonly conversationId: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly memberKeys: readonly string[];
}

export interface StoredAttachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string | undefined;
}

/** A message as the sandbox keeps it: what somebody wrote, or what the bot posted, in its newest form. */
export interface StoredMessage {
  readonly id: string;
  /** The chat or channel, without the `;messageid=` of a thread. */
  readonly conversationId: string;
  /** In a channel: the id of the post that began the thread. */
  readonly threadId?: string;
  readonly from: { readonly kind: 'bot' } | { readonly kind: 'person'; readonly key: string };
  readonly text?: string | undefined;
  /** What a notification or a screen reader says instead of the card. */
  readonly summary?: string | undefined;
  readonly attachments: readonly StoredAttachment[];
  readonly suggestedActions?: readonly string[] | undefined;
  /** ISO, in sandbox time. */
  readonly sentAt: string;
  readonly editedAt?: string;
  /** Grows with each edit. */
  readonly version: number;
  /** The bot could not be reached when a person sent this. */
  readonly undelivered?: true;
}

export interface ClockState {
  /** ISO, in sandbox time. */
  readonly now: string;
  readonly speed: number;
  readonly nextSyncAt?: string;
  readonly lastSyncAt?: string;
  readonly inProgress: boolean;
  readonly paused: boolean;
}

/** How many messages each person has not seen: person key, then conversation id. */
export type Unread = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A command of the app that opens a dialog of the bot, and where it can be chosen. */
export interface ActionCommand {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly ('compose' | 'commandBox' | 'message')[];
}

export interface World {
  readonly botName: string;
  readonly people: readonly PagePerson[];
  /** The languages a person can have their Teams in. */
  readonly locales: readonly string[];
  readonly commands: readonly ActionCommand[];
  /** The chats of the person who looks. */
  readonly chats: readonly PageChat[];
  readonly unread: Unread;
  readonly clock: ClockState;
}

export type LiveEvent =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'removed'; readonly conversationId: string; readonly id: string }
  | { readonly kind: 'typing'; readonly conversationId: string }
  | { readonly kind: 'unread'; readonly unread: Unread }
  | { readonly kind: 'clock'; readonly clock: ClockState }
  | { readonly kind: 'people'; readonly people: readonly PagePerson[] };

/** What a tab hears: the events, and whether the line to the server stands. */
export type LiveNews = LiveEvent | { readonly kind: 'line'; readonly connected: boolean };

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What a click on a card led to, as the Teams client shows it. */
export type CardOutcome =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string };

export type SearchOutcome =
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'error'; readonly text: string };

/** What a dialog shows after it was opened or sent. */
export type DialogOutcome =
  | {
      readonly kind: 'card';
      readonly title: string;
      readonly card: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly text: string };

/** The paths below `/api/` and what each answers. */
export interface PageAnswers {
  readonly world: World;
  readonly messages: readonly StoredMessage[];
  readonly say: { readonly delivered: boolean };
  readonly attach: { readonly delivered: boolean };
  readonly submit: { readonly delivered: boolean };
  readonly execute: CardOutcome;
  readonly search: SearchOutcome;
  readonly dialog: DialogOutcome;
  readonly 'dialog-submit': DialogOutcome;
  readonly 'dialog-search': SearchOutcome;
  readonly read: object;
  readonly install: object;
  readonly locale: object;
  readonly sync: object;
}
