import assert from 'node:assert/strict';
import type { HttpAnswer, SandboxTeams, StoredMessage } from '../../src/sandbox/teams/server.ts';
import { eventually } from './eventually.ts';

interface Card {
  readonly body: readonly unknown[];
  readonly actions?: readonly Action[];
  readonly refresh?: { readonly action: Action; readonly userIds: readonly string[] };
}

interface Action {
  readonly type: string;
  readonly verb: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a card answer of the bot says. */
export interface CardAnswer {
  readonly card: Card;
  readonly text: string;
}

/** One person in the sandbox's Teams, as a client would act for them. */
export class Chatter {
  readonly #teams: SandboxTeams;
  readonly key: string;

  constructor(teams: SandboxTeams, key: string) {
    this.#teams = teams;
    this.key = key;
  }

  async say(text: string, place = 'personal'): Promise<void> {
    const { status } = await this.#teams.say(this.key, place, text);
    assert.equal(status, 200);
  }

  messages(): readonly StoredMessage[] {
    return this.#teams.messages(this.#teams.personalConversation(this.key));
  }

  /** What the messages say, oldest first. */
  texts(): readonly string[] {
    return this.messages().map(textOf);
  }

  /** The newest message that carries a card with this text; waits for it. */
  async findCard(text: string | RegExp): Promise<StoredMessage> {
    return eventually(
      () => this.messages().findLast((message) => matches(textOf(message), text)),
      () =>
        `${this.key} never saw ${text}; the last was ${textOf(this.messages().at(-1)).slice(0, 600)}`,
    );
  }

  /** The person's own view of a card, as the client asks for it when the card comes into sight. */
  async view(message: StoredMessage): Promise<CardAnswer> {
    const action = cardOf(message).refresh?.action;
    assert.ok(action, 'the card has no refresh');
    return this.#send(message, action, { trigger: 'automatic' });
  }

  /** Clicks a button of a view. */
  async click(
    message: StoredMessage,
    view: Pick<CardAnswer, 'card'>,
    button: { readonly title: RegExp; readonly inputs?: Readonly<Record<string, unknown>> },
  ): Promise<CardAnswer> {
    const action = actionsOf(view.card).find(({ title }) => button.title.test(title));
    assert.ok(
      action,
      `there is no button ${button.title} on ${JSON.stringify(view.card).slice(0, 800)}`,
    );
    return this.#send(message, action, { trigger: 'manual', inputs: button.inputs ?? {} });
  }

  /** Clicks a button of the person's own view that is answered by a word beside the card. */
  async invokeButton(message: StoredMessage, title: RegExp): Promise<string> {
    const { card } = await this.view(message);
    const button = actionsOf(card).find((action) => title.test(action.title));
    assert.ok(button, `there is no button ${title}`);
    const { type, verb, data } = button;
    const value = { action: { type, verb, data }, trigger: 'manual' };
    const answer = await this.invoke(message, 'adaptiveCard/action', value);
    const body = answer.body as { readonly type: string; readonly value: string };
    assert.equal(body.type, 'application/vnd.microsoft.activity.message');
    return body.value;
  }

  /** Any invoke, well-formed or not. */
  async invoke(message: StoredMessage, name: string, value: unknown): Promise<HttpAnswer> {
    return this.#teams.invoke(this.key, message.id, name, value);
  }

  async #send(
    message: StoredMessage,
    { type, verb, data }: Action,
    rest: { readonly trigger: string; readonly inputs?: Readonly<Record<string, unknown>> },
  ): Promise<CardAnswer> {
    const action = { type, verb, data: { ...data, ...rest.inputs } };
    const { trigger } = rest;
    const answer = await this.invoke(message, 'adaptiveCard/action', { action, trigger });
    assert.equal(answer.status, 200);
    const body = answer.body as { statusCode: number; type: string; value: Card };
    assert.equal(body.statusCode, 200, JSON.stringify(body));
    assert.equal(body.type, 'application/vnd.microsoft.card.adaptive');
    return { card: body.value, text: textIn(body.value) };
  }
}

/** The card of a message, with its actions wherever they stand. */
export function cardOf(message: StoredMessage): Card {
  const content: unknown = message.attachments?.[0]?.content;
  assert.ok(content, 'the message has no card');
  return content as Card;
}

/** A message that was edited is another object, and whoever waits reads the same ones at each look. */
const read = new WeakMap<StoredMessage, string>();

function textOf(message: StoredMessage | undefined): string {
  if (message === undefined) {
    return '';
  }
  const text = read.get(message) ?? readText(message);
  read.set(message, text);
  return text;
}

function readText({ attachments, text }: StoredMessage): string {
  const content: unknown = attachments?.[0]?.content;
  return content === undefined ? (text ?? '') : textIn(content);
}

/** All that a reader sees, without the marks that isolate names. */
function textIn(card: unknown): string {
  const texts: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (typeof value === 'string' && /^(?:text|value|title|altText)$/.test(key)) {
      texts.push(value);
    }
    return value;
  });
  return texts.join('\n').replaceAll(/[\u2066-\u2069\\]/g, '');
}

function actionsOf(card: unknown): readonly Action[] {
  const found: Action[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key !== 'fallback' && isExecute(value)) {
      found.push(value);
    }
    return key === 'fallback' ? undefined : value;
  });
  return found;
}

function isExecute(value: unknown): value is Action {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Action.Execute'
  );
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
