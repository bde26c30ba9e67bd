import { setTimeout as delay } from 'node:timers/promises';
import type { Source, Unanswered } from '../domain/cause.ts';
import type { Facts, Seen } from '../domain/facts.ts';
import type { SyncStatus } from '../domain/membership.ts';
import { isProblem } from '../domain/problem.ts';
import type { Request } from '../domain/request.ts';
import type { SetupDeps } from './deps.ts';

/** Somebody waits for the answer, and Teams gives up on a click after some ten seconds. */
const answerMs = 4_000;

/** What is usually kept from the last time may not hold up the rest. */
const keptAnswerMs = 800;

/** What the asker knows already. */
export type Known = Pick<Facts, 'verdict'> & {
  readonly sync?: Seen<SyncStatus | undefined> | undefined;
};

/**
 * Asks everything that can explain one request, all at once and within some seconds of real time. Never throws a
 * Problem: a source that fails or is too slow is `unanswered`.
 */
export async function gatherFacts(
  deps: SetupDeps,
  request: Request,
  known: Known = {},
): Promise<Facts> {
  const asked = new Questions(deps);
  const [cloud, membership, engine] = await Promise.all([
    askCloud(asked, deps, request),
    askMembership(asked, deps, request),
    askEngine(asked, deps, { request, known }),
  ]);
  const unanswered = asked.unanswered.toSorted((one, other) =>
    one.source.localeCompare(other.source),
  );
  return { now: deps.clock.now(), request, ...cloud, ...membership, ...engine, unanswered };
}

/** Keeps book of who answered when, and who did not. */
class Questions {
  readonly unanswered: Unanswered[] = [];
  readonly #clock: SetupDeps['clock'];

  constructor({ clock }: Pick<SetupDeps, 'clock'>) {
    this.#clock = clock;
  }

  async ask<T>(
    source: Source,
    question: () => Promise<T>,
    withinMs = answerMs,
  ): Promise<Seen<T> | undefined> {
    const timer = new AbortController();
    try {
      const answer = await Promise.race([
        question().then((value) => ({ value })),
        delay(withinMs, undefined, { signal: timer.signal }),
      ]);
      const at = this.#clock.now();
      if (answer === undefined) {
        this.unanswered.push({ source, code: 'no-answer', at });
        return undefined;
      }
      return { value: answer.value, at };
    } catch (error) {
      if (!isProblem(error)) {
        throw error;
      }
      this.unanswered.push({ source, code: error.code, at: this.#clock.now() });
      return undefined;
    } finally {
      timer.abort();
    }
  }

  /** What only makes an answer more precise is not missed when it cannot be had. */
  async askBesides<T>(question: () => Promise<T>): Promise<Seen<T> | undefined> {
    const aside = new Questions({ clock: this.#clock });
    return aside.ask('entra-tenant', question, keptAnswerMs);
  }
}

async function askCloud(
  asked: Questions,
  { directory, details }: SetupDeps,
  request: Request,
): Promise<Pick<Facts, 'user' | 'group' | 'tenant' | 'memberCount' | 'writebackDefault'>> {
  const groupId = groupIdOf(request);
  const [user, group, tenant, memberCount, writebackDefault] = await Promise.all([
    asked.ask('entra-user', () => directory.findUser(request.beneficiary.id)),
    groupId && asked.ask('entra-group', () => directory.findGroup(groupId)),
    asked.ask('entra-tenant', () => directory.getWritebackTenant(), keptAnswerMs),
    details && groupId && asked.askBesides(() => details.countMembers(groupId)),
    details && asked.askBesides(() => details.findWritebackDefault()),
  ]);
  return {
    user,
    group: group || undefined,
    tenant,
    memberCount: memberCount || undefined,
    writebackDefault,
  };
}

async function askMembership(
  asked: Questions,
  { directory, entitlement }: SetupDeps,
  request: Request,
): Promise<Pick<Facts, 'isMember' | 'assignment' | 'isAssigned'>> {
  if (request.state === 'delivering') {
    const { assignmentRequestId: id } = request.setUp;
    const source = 'entitlement-management';
    return {
      assignment: id && (await asked.ask(source, () => entitlement.getAssignmentRequest(id))),
    };
  }
  if (request.state !== 'awaiting-membership' && request.state !== 'awaiting-sync') {
    return {};
  }
  const { groupId, accessPackageId } = request.setUp;
  const userId = request.beneficiary.id;
  const [isMember, isAssigned] = await Promise.all([
    asked.ask('entra-membership', () => directory.isMember(userId, groupId)),
    asked.ask('entitlement-management', () => entitlement.isAssigned(userId, accessPackageId)),
  ]);
  return { isMember, isAssigned };
}

async function askEngine(
  asked: Questions,
  deps: SetupDeps,
  { request, known }: { readonly request: Request; readonly known: Known },
): Promise<Pick<Facts, 'sync' | 'job' | 'events' | 'verdict'>> {
  const [engine, verdict] = await Promise.all([
    request.plan.writeback.engine === 'cloud-sync'
      ? askCloudSync(asked, deps, request)
      : askConnect(asked, deps, known),
    known.verdict ?? askDirectory(asked, deps, request),
  ]);
  return { ...engine, verdict };
}

async function askConnect(
  asked: Questions,
  { sync }: SetupDeps,
  known: Known,
): Promise<Pick<Facts, 'sync'>> {
  return { sync: known.sync ?? (await asked.ask('sync-schedule', () => sync.status())) };
}

async function askCloudSync(
  asked: Questions,
  { provisioning }: SetupDeps,
  request: Request,
): Promise<Pick<Facts, 'job' | 'events'>> {
  if (provisioning === undefined) {
    return {};
  }
  const since = 'memberAt' in request ? request.memberAt : undefined;
  const [job, events] = await Promise.all([
    asked.ask('cloud-sync', () => provisioning.findJob()),
    since && asked.ask('provisioning-log', () => provisioning.listEvents(since)),
  ]);
  return { job, events };
}

async function askDirectory(
  asked: Questions,
  { onPrem }: SetupDeps,
  request: Request,
): Promise<Facts['verdict']> {
  if (request.state !== 'awaiting-sync') {
    return undefined;
  }
  const pair = { groupId: request.setUp.groupId, user: request.beneficiaryAnchors };
  const seen = await asked.ask('active-directory', () => onPrem.check([pair]));
  const verdict = seen?.value[0];
  return seen && verdict && { value: verdict, at: seen.at };
}

function groupIdOf(request: Request): Request['plan']['group']['id'] {
  const setUp = 'setUp' in request ? request.setUp : undefined;
  return setUp?.groupId ?? request.plan.group.id;
}
