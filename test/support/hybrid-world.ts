import type { TestContext } from 'node:test';
import type { RequestIn } from '../../src/domain/request.ts';
import { HttpScheduler } from '../../src/onprem/http-scheduler.ts';
import { LdapDirectory } from '../../src/onprem/ldap-directory.ts';
import type { ActiveDirectory } from '../../src/sandbox/active-directory/server.ts';
import { type Connect, startConnect } from '../../src/sandbox/connect/server.ts';
import { Journal } from '../../src/sandbox/journal.ts';
import { confirmWaiting } from '../../src/setup/confirmation.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import { setUpWriteback } from '../../src/setup/procedure.ts';
import type { SubmitWish, UseCases } from '../../src/setup/use-cases.ts';
import { startDomain } from './active-directory.ts';
import { ada } from './requests.ts';
import { actorOf, runAtOnce, type SetupWorld, setupWorld, submitted } from './setup-world.ts';

/** The use cases over the simulated cloud, a domain behind LDAPS and a sync server behind HTTP between the two. */
export interface HybridWorld {
  readonly world: SetupWorld;
  readonly deps: SetupDeps;
  readonly useCases: UseCases;
  readonly domain: ActiveDirectory;
  readonly connect: Connect;
  /** How many cycles have exported to their end. */
  cycles(): number;
  /** Writes to the cloud as somebody in the portal would. */
  byHand(method: 'PATCH' | 'DELETE', path: string, body?: object): Promise<void>;
}

/** Cycles start on demand only; `stageMs` is how long import and export take each. */
export async function hybridWorld(
  t: TestContext,
  changes: (deps: SetupDeps, cloud: { readonly origin: string }) => Partial<SetupDeps> = () => ({}),
  { stageMs = 20 }: { readonly stageMs?: number } = {},
): Promise<HybridWorld> {
  const world = await setupWorld();
  t.after(() => world[Symbol.asyncDispose]());
  const { sandbox, clock } = world.graph;
  const domain = await startDomain(t);
  let cycles = 0;
  const connect = await startConnect({
    clock,
    journal: new Journal(),
    intervalMs: 3_600_000,
    importMs: stageMs,
    exportMs: stageMs,
    source: {
      groups: () => sandbox.groupsForSync(),
      members: (groupId) => sandbox.membersForSync(groupId),
    },
    directory: { url: domain.url, ca: domain.ca, ...domain.writer },
    onCycle: () => {
      cycles += 1;
    },
  });
  t.after(() => connect.close());
  const scheduler = new HttpScheduler({ origin: connect.origin });
  const onPrem = new LdapDirectory({
    urls: [domain.url],
    ca: domain.ca,
    ...domain.reader,
    writebackOu: domain.writebackOu,
    searchBase: domain.searchBase,
    clock: world.deps.clock,
  });
  const real = { ...world.deps, onPrem, sync: scheduler, syncTrigger: scheduler };
  const deps = { ...real, ...changes(real, sandbox) };
  return {
    world,
    deps,
    useCases: createUseCases(deps),
    domain,
    connect,
    cycles: () => cycles,
    byHand: (method, path, body) => write(`${sandbox.origin}${path}`, method, body),
  };
}

/** Rita's request, approved, set up and in Entra; no cycle has run since. */
export async function awaitingSync(
  { world, deps }: HybridWorld,
  wish: Partial<SubmitWish> = {},
): Promise<RequestIn<'awaiting-sync'>> {
  const { id: requestId, version } = await submitted(world, wish);
  await world.useCases.approve(actorOf(ada), { requestId, version });
  await setUpWriteback(runAtOnce, deps, requestId);
  for (let look = 0; look < 100; look += 1) {
    await confirmWaiting(deps);
    const request = await deps.requests.get(requestId);
    if (request.state === 'awaiting-sync') {
      return request;
    }
    await deps.clock.sleep(10);
  }
  throw new Error('the request did not get as far as the wait for the sync');
}

async function write(url: string, method: string, body: object | undefined): Promise<void> {
  const response = await fetch(url, {
    method,
    headers: { Authorization: 'Bearer sandbox', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  }
}
