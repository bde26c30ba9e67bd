import type { RequestId } from '../domain/ids.ts';
import { isProblem } from '../domain/problem.ts';
import { formAsBefore, formWithRecent } from './again.ts';
import { newBatchForm } from './batch-actions.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { said } from './cards/escape.ts';
import { type HelpView, helpCard } from './cards/help-card.ts';
import { explain, notCancelled } from './cards/notices.ts';
import { requestListCard } from './cards/request-list.ts';
import { tenantCard } from './cards/tenant-card.ts';
import { waitingCard } from './cards/waiting-card.ts';
import { answerCatalogs } from './catalog-command.ts';
import type { ChatDeps } from './deps.ts';
import { showDeputies } from './deputy.ts';
import { answerDrift } from './drift.ts';
import { answerEngines } from './engines.ts';
import { showFavourites } from './favourites.ts';
import { formForGroup } from './forms.ts';
import { formFromHere } from './group-cards.ts';
import { nowOrLater } from './late-answers.ts';
import { type Command, readCommand } from './read-command.ts';
import { baseView } from './request-views.ts';
import { startSync } from './sync-now.ts';
import type { Turn } from './turn.ts';
import { answerUndelivered } from './undelivered.ts';
import { drawWhy } from './why.ts';
import type { Words } from './words/words.ts';

/** What is said back. `isPrivate`: it belongs into the person's own chat, wherever it was asked. */
export interface Reply {
  readonly content: AdaptiveCard | string;
  readonly isPrivate: boolean;
  /** What is said where it was asked while the answer itself is private; by default only that. */
  readonly said?: string | undefined;
  /** The request that the card shows as it stands. */
  readonly shows?: RequestId | undefined;
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
  if ('id' in command) {
    if (command.notANumber !== undefined) {
      return notANumber(turn.words, command.name, command.notANumber);
    }
    if (command.name === 'again') {
      return again(deps, turn, command.id);
    }
    return command.name === 'sync-now'
      ? syncNow(deps, turn, command.id)
      : aboutOne(turn.words, command, (id) => aboutRequest[command.name](deps, turn, id));
  }
  if (command.name === 'request') {
    return form(deps, turn, command.groupName);
  }
  if (command.name === 'catalogs') {
    return answerCatalogs(deps, turn, command.catalogName);
  }
  if (command.name === 'unknown') {
    return help(deps, turn, { wasNotUnderstood: true, meant: command.meant });
  }
  return plainAnswers[command.name](deps, turn);
}

/** A number that is not whole stands for no request, so nothing is done for another one. */
function notANumber(
  { chat, commands }: Words,
  name: Extract<Command, { id: unknown }>['name'],
  given: string,
): Reply {
  const content = chat.notANumber(said(given), commands[name][0] ?? name);
  return { content, isPrivate: false };
}

/** What is the reader's own, and nobody else's to see. */
function privately(
  draw: (deps: ChatDeps, turn: Turn) => Promise<AdaptiveCard> | AdaptiveCard,
): (deps: ChatDeps, turn: Turn) => Promise<Reply> {
  return async (deps, turn) => ({ content: await draw(deps, turn), isPrivate: true });
}

async function mine(
  { useCases, batches }: ChatDeps,
  { actor, words }: Turn,
): Promise<AdaptiveCard> {
  const [requests, lists] = await Promise.all([useCases.listMine(actor), batches.listMine(actor)]);
  return requestListCard(words, requests, lists);
}

async function waiting({ useCases }: ChatDeps, { actor, words }: Turn): Promise<AdaptiveCard> {
  const [own, unreviewed] = await Promise.all([
    useCases.listWaiting(actor),
    useCases.listUnreviewed(actor),
  ]);
  return waitingCard(words, own, unreviewed);
}

async function form(deps: ChatDeps, turn: Turn, groupName: string | undefined): Promise<Reply> {
  const own = await formFromHere(deps, turn);
  const content =
    groupName === undefined
      ? await formWithRecent(own, turn)
      : await formForGroup(own, turn, groupName);
  return { content, isPrivate: true, said: saidOfForm(deps, turn) };
}

async function again(deps: ChatDeps, turn: Turn, id: RequestId | undefined): Promise<Reply> {
  const content = await formAsBefore(await formFromHere(deps, turn), turn, id);
  return content === undefined
    ? { content: turn.words.again.none, isPrivate: true }
    : { content, isPrivate: true, said: saidOfForm(deps, turn) };
}

/** Before anything of it is shown to everybody, whoever asks hears that it will be. */
function saidOfForm({ groupCards }: ChatDeps, { words }: Turn): string | undefined {
  return groupCards && words.group.formSent;
}

const aboutRequest = {
  status: async (deps: ChatDeps, turn: Turn, id: RequestId) =>
    baseView(deps, turn, { request: await deps.useCases.find(turn.actor, id) }),
  cancel,
  why: (deps: ChatDeps, turn: Turn, id: RequestId) =>
    nowOrLater(deps, turn, drawWhy(deps, turn, id)),
} as const;

const plainAnswers = {
  help: (deps: ChatDeps, turn: Turn) => help(deps, turn, { wasNotUnderstood: false }),
  bulk: privately((deps, turn) => newBatchForm(deps, turn)),
  favourites: privately((deps, turn) => showFavourites(deps, turn)),
  'my-requests': privately(mine),
  waiting: privately(waiting),
  deputy: privately((deps, turn) => showDeputies(deps, turn)),
  engines: answerEngines,
  drift: answerDrift,
  undelivered: answerUndelivered,
  prerequisites,
} as const;

function help(
  { useCases }: ChatDeps,
  { actor, isPersonal, words }: Turn,
  asked: Pick<HelpView, 'wasNotUnderstood' | 'meant'>,
): Reply {
  const isAdministrator = useCases.isAdministrator(actor.id);
  return {
    content: helpCard({ words, isPersonal, isAdministrator, ...asked }),
    isPrivate: false,
  };
}

async function syncNow(deps: ChatDeps, turn: Turn, id: RequestId | undefined): Promise<Reply> {
  return { content: await nowOrLater(deps, turn, startSync(deps, turn, id)), isPrivate: true };
}

async function aboutOne(
  { chat, commands }: Words,
  { name, id }: Exclude<Extract<Command, { id: unknown }>, { name: 'sync-now' | 'again' }>,
  answerFor: (id: RequestId) => Promise<AdaptiveCard | string>,
): Promise<Reply> {
  if (id === undefined) {
    return { content: chat.needsNumber(commands[name][0] ?? name), isPrivate: false };
  }
  const content = await answerFor(id);
  const isStatus = name !== 'why' && typeof content !== 'string';
  return { content, isPrivate: true, shows: isStatus ? id : undefined };
}

/** Whoever sees a request that they cannot take back reads why, above how it stands. */
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
    if (!isProblem(error) || !(error.code === 'already-decided' || error.code === 'not-allowed')) {
      throw error;
    }
    const request = await useCases.find(turn.actor, requestId);
    const notice = notCancelled(turn.words, error, { request, reader: turn.actor });
    return baseView(deps, turn, { request, notice });
  }
}

async function prerequisites({ useCases }: ChatDeps, { actor, words }: Turn): Promise<Reply> {
  return useCases.isAdministrator(actor.id)
    ? { content: tenantCard(words, await useCases.describeTenant()), isPrivate: true }
    : { content: words.tenant.administratorsOnly, isPrivate: false };
}
