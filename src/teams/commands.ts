import type { RequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { helpCard } from './cards/help-card.ts';
import { explain, noticeOf } from './cards/notices.ts';
import { requestListCard } from './cards/request-list.ts';
import { tenantCard } from './cards/tenant-card.ts';
import type { ChatDeps } from './deps.ts';
import { formForGroup, newForm } from './forms.ts';
import { type Command, readCommand } from './read-command.ts';
import { baseView } from './request-views.ts';
import type { Turn } from './turn.ts';
import type { Words } from './words/words.ts';

/** What is said back. `isPrivate`: it belongs into the person's own chat, wherever it was asked. */
export interface Reply {
  readonly content: AdaptiveCard | string;
  readonly isPrivate: boolean;
}

export async function answerCommand(deps: ChatDeps, turn: Turn, text: string): Promise<Reply> {
  const command = readCommand(text);
  try {
    return await answer(deps, turn, command);
  } catch (error) {
    if (isProblem(error)) {
      deps.log.info({ command: command.name, code: error.code }, 'a command was refused');
      const subject = error.code === 'input-not-valid' ? error.detail : turn.actor.displayName;
      return { content: explain(turn.words, error.code, subject), isPrivate: true };
    }
    throw error;
  }
}

async function answer(deps: ChatDeps, turn: Turn, command: Command): Promise<Reply> {
  const { actor, words } = turn;
  switch (command.name) {
    case 'help':
    case 'unknown':
      return help(deps, turn, command.name === 'unknown');
    case 'request': {
      const { groupName } = command;
      const form =
        groupName === undefined ? newForm(deps, turn) : await formForGroup(deps, turn, groupName);
      return { content: form, isPrivate: true };
    }
    case 'my-requests':
      return {
        content: requestListCard(words, await deps.useCases.listMine(actor)),
        isPrivate: true,
      };
    case 'status':
      return aboutOne(words, command, async (id) =>
        baseView(deps, turn, { request: await deps.useCases.find(actor, id) }),
      );
    case 'cancel':
      return aboutOne(words, command, async (id) => cancel(deps, turn, id));
    case 'prerequisites':
      return prerequisites(deps, turn);
  }
}

function help(
  { useCases }: ChatDeps,
  { actor, isPersonal, words }: Turn,
  wasNotUnderstood: boolean,
): Reply {
  const isAdministrator = useCases.isAdministrator(actor.id);
  return {
    content: helpCard({ words, isPersonal, isAdministrator, wasNotUnderstood }),
    isPrivate: false,
  };
}

async function aboutOne(
  { chat, commands }: Words,
  { name, id }: Extract<Command, { id: unknown }>,
  answerFor: (id: RequestId) => Promise<AdaptiveCard | string>,
): Promise<Reply> {
  return id === undefined
    ? { content: chat.needsNumber(commands[name][0] ?? name), isPrivate: false }
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
    return turn.words.chat.cancelled(requestId);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'already-decided') {
      throw error;
    }
    const request = await useCases.find(turn.actor, requestId);
    return baseView(deps, turn, { request, notice: noticeOf(turn.words, error, request) });
  }
}

async function prerequisites({ useCases }: ChatDeps, { actor, words }: Turn): Promise<Reply> {
  return useCases.isAdministrator(actor.id)
    ? { content: tenantCard(words, await useCases.describeTenant()), isPrivate: true }
    : { content: words.tenant.administratorsOnly, isPrivate: false };
}
