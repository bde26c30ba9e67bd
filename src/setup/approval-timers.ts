import { isDeepStrictEqual } from 'node:util';
import { escalatesAt, looksAgainAt, nextDueAt } from '../domain/due.ts';
import { parseJson } from '../domain/parse-json.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request, RequestIn } from '../domain/request.ts';
import { isStageComplete } from '../domain/voting.ts';
import { rememberAnswers } from './batches/remember.ts';
import type { SetupDeps } from './deps.ts';
import { lookAgain } from './look-again.ts';
import { remind } from './remind.ts';
import { everybodyAsked } from './stages.ts';
import { settle } from './votes.ts';

type Asking = RequestIn<'awaiting-approval'>;

const pageSize = 100;

/**
 * Moves on every request whose time has come: expires it, asks further people and whoever else should decide by now, or
 * counts a reminder of the decision or of the review afterwards, which the engine then delivers. Reads due requests
 * only, so that a hundred thousand that merely wait cost nothing.
 */
export async function moveDueApprovals(deps: SetupDeps, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const page = await deps.requests.listDue(deps.clock.now(), pageSize);
    // Many of a page wait for the same people, of whom Graph is asked once.
    const looking = rememberAnswers(deps);
    let moved = 0;
    for (const request of page) {
      moved += (await moveGuarded(looking, request)) ? 1 : 0;
    }
    if (moved === 0 || signal?.aborted === true) {
      return;
    }
  }
}

/** One request that cannot be moved on does not keep the others waiting. */
async function moveGuarded(deps: SetupDeps, request: Request): Promise<boolean> {
  try {
    return await move(deps, request);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    const { code, detail } = error;
    deps.log.warn({ requestId: request.id, code, detail }, 'a due request could not be moved on');
    return false;
  }
}

async function move(deps: SetupDeps, request: Request): Promise<boolean> {
  const next = await whatIsDue(deps, request);
  if (next === undefined) {
    return false;
  }
  if (hasFoundNothing(request, next)) {
    return deps.requests.postpone(request, nextDueAt(next));
  }
  const updatedAt = deps.clock.now();
  const stored = await deps.requests.advance(request, { ...next, updatedAt }, 'writeback');
  return stored !== undefined;
}

/** A look that finds everything as it was is nothing to keep for ever, nor to draw each card anew for. */
function hasFoundNothing(before: Request, next: Request): boolean {
  const [seen, found] = [before, next].map(({ approval: { lookedAt: _lookedAt, ...rest } }) =>
    parseJson(JSON.stringify(rest)),
  );
  return next.state === before.state && isDeepStrictEqual(seen, found);
}

async function whatIsDue(deps: SetupDeps, request: Request): Promise<Request | undefined> {
  const now = deps.clock.now();
  const { approval } = request;
  if (request.state !== 'awaiting-approval') {
    // What nobody has to decide on is due for its review alone.
    return hasCome(nextDueAt(request), now) ? reminded(deps, request) : undefined;
  }
  if (hasCome(approval.expiresAt, now)) {
    return { ...request, state: 'expired', at: now };
  }
  if (hasCome(escalatesAt(approval), now)) {
    return escalated(deps, request);
  }
  const isDue = hasCome(approval.reminders.nextAt, now) || hasCome(looksAgainAt(approval), now);
  return isDue ? lookedAgain(deps, request) : undefined;
}

function hasCome(moment: Date | undefined, now: Date): boolean {
  return moment !== undefined && moment <= now;
}

/** Nobody has decided for too long: the further people of this stage are asked as well. */
function escalated(deps: SetupDeps, request: Asking): Promise<Request> {
  const approval = { ...request.approval, escalatedAt: deps.clock.now() };
  return lookedAgain(deps, { ...request, approval });
}

/** Asks whoever should decide by now, and reminds those whose time has come. */
async function lookedAgain(deps: SetupDeps, request: Asking): Promise<Request> {
  const looked = await lookAgain(deps, request);
  const next = { ...request, approval: looked, approvers: everybodyAsked(request, looked) };
  const ended = isStageComplete(looked) ? await endStage(deps, next) : undefined;
  return ended ?? reminded(deps, next);
}

/** Where all had to approve and the last who had not has left, the others have decided; undefined when that cannot be. */
async function endStage(deps: SetupDeps, request: Asking): Promise<Request | undefined> {
  try {
    return await settle(deps, request, request.approval);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
    // A later stage has too few people; the next look tries again.
    const { code, detail } = error;
    deps.log.warn({ requestId: request.id, code, detail }, 'a decided stage could not be ended');
    return undefined;
  }
}

async function reminded(deps: SetupDeps, request: Request): Promise<Request> {
  return { ...request, approval: await remind(deps, request, request.approval) };
}
