import { randomBytes } from 'node:crypto';
import type { ApprovalPolicy } from '../../src/domain/approval-policy.ts';
import type { MembershipVerdict, SyncStatus } from '../../src/domain/membership.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { Locks } from '../../src/domain/ports.ts';
import type { Request } from '../../src/domain/request.ts';
import type { RequestStore } from '../../src/domain/request-store.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps, SetupSettings } from '../../src/setup/deps.ts';
import { createInTurn } from '../../src/setup/in-turn.ts';
import type { SubmitWish, UseCases } from '../../src/setup/use-cases.ts';
import { namedApprovers } from './approval-policies.ts';
import { type GraphWorld, type GraphWorldOptions, graphWorld } from './graph-world.ts';
import { KnownApprovers } from './known-approvers.ts';
import { MemoryDelegationStore } from './memory-delegation-store.ts';
import { MemoryFavouriteStore } from './memory-favourite-store.ts';
import { MemoryRequestStore } from './memory-request-store.ts';
import { ada, amir, paul, rita, tenantId } from './requests.ts';
import { SilentLog } from './silent-log.ts';

/** Use cases over the sandbox's Graph, with requests in memory and an on-premises side that says what it is told. */
export interface SetupWorld {
  readonly graph: GraphWorld;
  readonly deps: SetupDeps;
  readonly requests: RequestStore & Pick<MemoryRequestStore, 'work'>;
  readonly useCases: UseCases;
  readonly approverDirectory: KnownApprovers;
  readonly onPrem: { verdict: MembershipVerdict; status: SyncStatus | undefined };
  /** So many hours go by for the product. */
  pass(hours: number): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export const settings: SetupSettings = {
  approvers: [ada.id, paul.id],
  administrators: [amir.id],
  catalogName: 'Writeback',
  preferredGroupType: 'universalSecurityGroup',
  canChooseAccessPackage: true,
  maximumDays: 365,
  canHaveNoEnd: true,
};

const alone: Locks = { exclusively: (_, work) => work() };

/** Every step runs, nothing is remembered. */
export function runAtOnce<T>(_: string, work: () => Promise<T>): Promise<T> {
  return work();
}

export function actorOf(person: { readonly id: Actor['id']; readonly displayName: string }): Actor {
  return { tenantId, id: person.id, displayName: person.displayName };
}

/** A form for the group "Finance Systems", for oneself. */
export function wish(changes: Partial<SubmitWish> = {}): SubmitWish {
  return {
    formId: randomBytes(8).toString('hex'),
    group: { kind: 'new', displayName: 'Treasury Payments' },
    reason: 'Month-end closing',
    ...changes,
  };
}

export async function setupWorld(
  options: GraphWorldOptions & {
    readonly settings?: Partial<SetupSettings>;
    readonly policy?: ApprovalPolicy;
  } = {},
): Promise<SetupWorld> {
  const graph = await graphWorld(options);
  const requests = new MemoryRequestStore();
  const decided = { ...settings, ...options.settings };
  const approverDirectory = new KnownApprovers();
  let passed = 0;
  const onPrem: SetupWorld['onPrem'] = {
    verdict: { state: 'group-missing', server: 'dc1', checkedAt: new Date(0) },
    status: undefined,
  };
  const deps: SetupDeps = {
    directory: graph.directory,
    details: graph.details,
    entitlement: graph.entitlement,
    onPrem: { check: async (pairs) => pairs.map(() => onPrem.verdict) },
    sync: { status: async () => onPrem.status },
    requests,
    locks: alone,
    inTurn: createInTurn(),
    clock: {
      now: () => new Date(graph.clock.now().getTime() + passed),
      sleep: (milliseconds, signal) => graph.clock.sleep(milliseconds, signal),
    },
    log: new SilentLog(),
    settings: decided,
    policy: options.policy ?? namedApprovers(decided.approvers),
    approverDirectory,
    delegations: new MemoryDelegationStore(),
    favourites: new MemoryFavouriteStore(),
    timeZoneOf: async () => undefined,
    random: () => randomBytes(5),
  };
  return {
    graph,
    deps,
    requests,
    approverDirectory,
    useCases: createUseCases(deps),
    onPrem,
    pass: (hours) => {
      passed += hours * 3_600_000;
    },
    [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose](),
  };
}

/** Rita's request for a new group, stored. */
export async function submitted(
  world: SetupWorld,
  changes: Partial<SubmitWish> = {},
): Promise<Request> {
  const result = await world.useCases.submit(actorOf(rita), wish(changes));
  if (result.kind === 'refused') {
    throw new Error(`refused: ${result.refusals.map(({ code }) => code).join(' ')}`);
  }
  return result.request;
}
