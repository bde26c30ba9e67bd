import type { Log } from '../domain/log.ts';
import type { Notice, NoticeOutbox } from '../domain/notice.ts';
import { isProblem } from '../domain/problem.ts';
import { inParallel } from '../setup/in-parallel.ts';
import { ConnectorError } from './connector.ts';
import { type DueDeps, findDrawing } from './notice-standing.ts';
import { type NoticeDeps, sendNotice } from './tell-notice.ts';

export interface SendNoticesDeps extends NoticeDeps, DueDeps {
  readonly notices: NoticeOutbox;
  readonly log: Log;
}

/** At one run, and of these so many people at once. */
const most = 50;
const atOnce = 4;

/** The pauses between tries grow to an hour, so these are about four days. */
const mostTries = 100;

/**
 * Sends the notices that are due: those whose reader can be written to again, and those that Teams did not take or
 * that a process could not finish. What is over by now is forgotten. One that cannot be sent, because Teams or Graph
 * does not answer or refuses, keeps none of the others.
 */
export async function sendDueNotices(deps: SendNoticesDeps, signal: AbortSignal): Promise<void> {
  await deps.notices.dropOver(deps.clock.now());
  const due = await deps.notices.claimDue(most);
  const byPerson = Map.groupBy(due, ({ tenantId, recipient }) => `${tenantId} ${recipient.id}`);
  await inParallel(atOnce, [...byPerson.values()], async (own) => {
    for (const notice of own) {
      if (!signal.aborted) {
        await tryToSend(deps, notice);
      }
    }
  });
}

async function tryToSend(deps: SendNoticesDeps, notice: Notice): Promise<void> {
  try {
    const draw = await findDrawing(deps, notice);
    await (draw === undefined ? deps.notices.settle(notice) : sendNotice(deps, notice, draw));
  } catch (error) {
    if (!(error instanceof ConnectorError || isProblem(error))) {
      throw error;
    }
    const { kind } = notice.content;
    const fields = { kind, userId: notice.recipient.id, code: error.code };
    if (notice.tries >= mostTries) {
      deps.log.error(fields, 'a notice is given up');
      await deps.notices.settle(notice);
      return;
    }
    deps.log.warn(fields, 'a notice was not delivered and will be tried again');
  }
}
