import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../domain/ports.ts';
import type { Journal } from '../journal.ts';
import { Faults, faultAnswer } from './faults.ts';
import { membersOf } from './memberships.ts';
import {
  defaultLags,
  type FaultOptions,
  type GraphEffect,
  type Lags,
  type TenantSettings,
} from './options.ts';
import type { PersonalApps } from './personal-apps.ts';
import type { ProvisioningLedger } from './provisioning-ledger.ts';
import { flatHeaders, readText, sendReply } from './replies.ts';
import type { WritebackConfiguration } from './rows.ts';
import { seedWorld } from './seeding.ts';
import { answerExchange, type Exchange, type Outcome } from './service.ts';
import { toIso, World } from './world.ts';

const keptExchanges = 20_000;

export interface GraphOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  /** Those not given are the defaults, which imitate the real service; `noLags` switches all of them off. */
  readonly lags?: Partial<Lags>;
  readonly faults?: FaultOptions;
  /** A free port is taken when absent. */
  readonly port?: number;
}

export interface GraphExchange {
  readonly method: string;
  /** With the version, without the query. */
  readonly path: string;
  /** 0 where the connection was broken off. */
  readonly status: number;
}

/** A group as the sync engine reads it. */
export interface GroupForSync {
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly mail: string | null;
  readonly mailNickname: string;
  readonly mailEnabled: boolean;
  readonly securityEnabled: boolean;
  readonly onPremisesSyncEnabled: boolean | null;
  readonly groupTypes: readonly string[];
  readonly writebackConfiguration: WritebackConfiguration;
}

export interface MemberForSync {
  readonly id: string;
  readonly onPremisesSecurityIdentifier?: string;
}

/** The running simulation of Microsoft Graph. */
export interface SandboxGraph {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Called after a write took effect and before it is answered. */
  onEffect: ((effect: GraphEffect) => void | Promise<void>) | undefined;
  /** The latest exchanges, oldest first. */
  readonly exchanges: readonly GraphExchange[];
  /** Every group that is not deleted. */
  groupsForSync(): readonly GroupForSync[];
  membersForSync(groupId: string): readonly MemberForSync[];
  /** Tells the tenant that a sync cycle ended at that moment. */
  recordSync(at: Date): void;
  /** What Cloud Sync does in this tenant, and who does it. */
  readonly provisioning: ProvisioningLedger;
  /** From now on a Teams knows who has the app; until then Graph remembers it itself. */
  useApps(apps: PersonalApps): void;
  tenant(): TenantSettings;
  setTenant(change: Partial<TenantSettings>): void;
  close(): Promise<void>;
}

/** Starts the simulated Graph on 127.0.0.1. An empty journal is filled with Contoso first. */
export async function startGraph(options: GraphOptions): Promise<SandboxGraph> {
  const world = new World(options.journal, options.clock, { ...defaultLags, ...options.lags });
  seedWorld(world);
  const graph = new RunningGraph(world, options.faults && new Faults(options.faults));
  await graph.listen(options.port ?? 0);
  return graph;
}

class RunningGraph implements SandboxGraph {
  onEffect: ((effect: GraphEffect) => void | Promise<void>) | undefined;
  readonly exchanges: GraphExchange[] = [];
  readonly #world: World;
  readonly #faults: Faults | undefined;
  readonly #server: Server;

  constructor(world: World, faults: Faults | undefined) {
    this.#world = world;
    this.#faults = faults;
    this.#server = createServer((request, response) => {
      // A client that goes away while it sends its body leaves nobody to answer.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  get origin(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `http://127.0.0.1:${port ?? 0}`;
  }

  async listen(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once('error', reject);
    this.#server.listen(port, '127.0.0.1', resolve);
    await promise;
  }

  groupsForSync(): readonly GroupForSync[] {
    const living = this.#world.groups.all().filter((row) => row.deletedAt === undefined);
    return living.map(({ properties, writeback }) => ({
      id: properties.id,
      displayName: properties.displayName,
      description: properties.description,
      mail: properties.mail,
      mailNickname: properties.mailNickname,
      mailEnabled: properties.mailEnabled,
      securityEnabled: properties.securityEnabled,
      onPremisesSyncEnabled: properties.onPremisesSyncEnabled,
      groupTypes: properties.groupTypes,
      writebackConfiguration: writeback,
    }));
  }

  membersForSync(groupId: string): readonly MemberForSync[] {
    return membersOf(this.#world, groupId).map(({ id, properties }) => {
      const sid = properties.onPremisesSecurityIdentifier;
      return { id, ...(sid !== null && { onPremisesSecurityIdentifier: sid }) };
    });
  }

  recordSync(at: Date): void {
    this.#world.setTenant({ onPremisesLastSyncDateTime: toIso(at.getTime()) });
  }

  get provisioning(): ProvisioningLedger {
    return this.#world.provisioning;
  }

  useApps(apps: PersonalApps): void {
    this.#world.personalApps = apps;
  }

  tenant(): TenantSettings {
    return this.#world.tenant();
  }

  setTenant(change: Partial<TenantSettings>): void {
    this.#world.setTenant(change);
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => {
      resolve();
    });
    this.#server.closeAllConnections();
    await promise;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const headers = flatHeaders(request);
    const text = method === 'GET' ? '' : await readText(request);
    const requestId = randomUUID();
    const ids = { requestId, clientRequestId: headers['client-request-id'] ?? requestId };
    const status = await this.#answer(response, { method, url, headers, text, ids });
    this.exchanges.push({ method, path: url.split('?')[0] ?? '', status });
    if (this.exchanges.length > keptExchanges) {
      this.exchanges.splice(0, keptExchanges / 2);
    }
  }

  /** Answers, or meets a fault instead. Resolves to the status that was sent. */
  async #answer(response: ServerResponse, exchange: Exchange): Promise<number> {
    const kind = this.#faults?.draw();
    if (kind === undefined || this.#faults === undefined) {
      return this.#send(response, exchange, await this.#perform(exchange));
    }
    if (kind === 'slow') {
      await this.#world.clock.sleep(this.#faults.slowMilliseconds);
      return this.#send(response, exchange, await this.#perform(exchange));
    }
    if (kind === '504-after-write' || (kind === 'reset' && this.#faults.breaksAfterWork())) {
      await this.#perform(exchange);
    }
    if (kind === 'reset') {
      response.socket?.resetAndDestroy();
      return 0;
    }
    const { retryAfterSeconds } = this.#faults;
    return this.#send(
      response,
      exchange,
      faultAnswer(this.#world, exchange.ids, { kind, retryAfterSeconds }),
    );
  }

  async #perform(exchange: Exchange): Promise<Outcome> {
    const outcome = answerExchange(this.#world, exchange, this.#faults);
    for (const effect of outcome.effects) {
      await this.onEffect?.(effect);
    }
    return outcome.later === undefined ? outcome : { ...outcome, body: await outcome.later() };
  }

  #send(
    response: ServerResponse,
    exchange: Exchange,
    reply: Parameters<typeof sendReply>[2],
  ): number {
    sendReply(response, exchange.ids, reply);
    return reply.status;
  }
}
