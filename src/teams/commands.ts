import { type RequestId, readRequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { helpCard } from './cards/help-card.ts';
import { explain, noticeOf } from './cards/notices.ts';
import { requestListCard } from './cards/request-list.ts';
import { tenantCard } from './cards/tenant-card.ts';
import type { ChatDeps } from './deps.ts';
import { formForGroup, newForm } from './forms.ts';
import { baseView } from './request-views.ts';
import { texts } from './texts.ts';
import type { Turn } from './turn.ts';

/** What is said back. `isPrivate`: it belongs into the person's own chat, wherever it was asked. */
export interface Reply {
  readonly content: AdaptiveCard | string;
  readonly isPrivate: boolean;
}

/** What somebody typed, read as a command; `unknown` for everything else. */
export type Command =
  | { readonly name: 'help' | 'my-requests' | 'prerequisites' | 'unknown' }
  | { readonly name: 'request'; readonly groupName: string | undefined }
  | { readonly name: 'status' | 'cancel'; readonly id: RequestId | undefined };

/** Reads a message whose mention of the bot was taken out; any case, any kind of spaces. */
export function readCommand(text: string): Command {
  const words = text.replaceAll(/[\s\p{Z}\u200B\uFEFF]+/gu, ' ').trim();
  const plain = words.toLowerCase();
  const simple = simpleCommands.get(plain);
  if (simple !== undefined) {
    return { name: simple };
  }
  const space = words.indexOf(' ');
  const rest = space < 0 ? '' : words.slice(space + 1);
  switch (space < 0 ? plain : plain.slice(0, space)) {
    case 'help':
      return { name: 'help' };
    case 'request':
      return { name: 'request', groupName: rest === '' ? undefined : rest.slice(0, 120) };
    case 'status':
      return { name: 'status', id: readRequestId(rest) };
    case 'cancel':
      return { name: 'cancel', id: readRequestId(rest) };
    default:
      return { name: 'unknown' };
  }
}

const simpleCommands = new Map<string, 'help' | 'my-requests' | 'prerequisites'>([
  ['', 'help'],
  ['?', 'help'],
  ['hi', 'help'],
  ['hello', 'help'],
  ['requests', 'my-requests'],
  ['my request', 'my-requests'],
  ['my requests', 'my-requests'],
  ['prerequisites', 'prerequisites'],
]);

export async function answerCommand(deps: ChatDeps, turn: Turn, text: string): Promise<Reply> {
  const command = readCommand(text);
  try {
    return await answer(deps, turn, command);
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ command: command.name, code: error.code }, 'a command was refused');
      const subject = error.code === 'input-not-valid' ? error.detail : turn.actor.displayName;
      return { content: explain(error.code, subject), isPrivate: true };
    }
    throw error;
  }
}

async function answer(deps: ChatDeps, turn: Turn, command: Command): Promise<Reply> {
  const { actor } = turn;
  switch (command.name) {
    case 'help':
    case 'unknown':
      return help(deps, turn, command.name === 'unknown');
    case 'request': {
      const { groupName } = command;
      const form =
        groupName === undefined ? newForm(deps, actor) : await formForGroup(deps, actor, groupName);
      return { content: form, isPrivate: true };
    }
    case 'my-requests':
      return { content: requestListCard(await deps.useCases.listMine(actor)), isPrivate: true };
    case 'status':
      return aboutOne(command, async (id) =>
        baseView(deps, turn, { request: await deps.useCases.find(actor, id) }),
      );
    case 'cancel':
      return aboutOne(command, async (id) => cancel(deps, turn, id));
    case 'prerequisites':
      return prerequisites(deps, turn);
  }
}

function help(
  { useCases }: ChatDeps,
  { actor, isPersonal }: Turn,
  wasNotUnderstood: boolean,
): Reply {
  const isAdministrator = useCases.isAdministrator(actor.id);
  return { content: helpCard({ isPersonal, isAdministrator, wasNotUnderstood }), isPrivate: false };
}

async function aboutOne(
  { name, id }: Extract<Command, { id: unknown }>,
  answerFor: (id: RequestId) => Promise<AdaptiveCard | string>,
): Promise<Reply> {
  return id === undefined
    ? { content: texts.chat.needsNumber(name), isPrivate: false }
    : { content: await answerFor(id), isPrivate: true };
}

/** One that was decided already cannot be taken back: the answer shows by whom, and how it stands. */
async function cancel(
  deps: ChatDeps,
  turn: Turn,
  requestId: RequestId,
): Promise<AdaptiveCard | string> {
  const { useCases } = deps;
  try {
    await useCases.cancel(turn.actor, { requestId });
    return texts.chat.cancelled(requestId);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'already-decided') {
      throw error;
    }
    const request = await useCases.find(turn.actor, requestId);
    return baseView(deps, turn, { request, notice: noticeOf(error, request) });
  }
}

async function prerequisites({ useCases }: ChatDeps, { actor }: Turn): Promise<Reply> {
  return useCases.isAdministrator(actor.id)
    ? { content: tenantCard(await useCases.describeTenant()), isPrivate: true }
    : { content: texts.tenant.administratorsOnly, isPrivate: false };
}
