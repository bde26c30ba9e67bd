import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Action, findRefusal, rolesOf } from '../../src/domain/authority.ts';
import type { WritebackTenant } from '../../src/domain/group.ts';
import { AccessPackageId, GroupId, type RequestId, type UserId } from '../../src/domain/ids.ts';
import type { Actor, Person } from '../../src/domain/person.ts';
import type { Clock } from '../../src/domain/ports.ts';
import type { CardStore, PostedCard } from '../../src/domain/posted-card.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Request } from '../../src/domain/request.ts';
import type { Click, SubmitResult, SubmitWish, UseCases } from '../../src/setup/use-cases.ts';
import type { BatchMessenger } from '../../src/teams/batch-messenger.ts';
import type { Messenger } from '../../src/teams/messenger.ts';
import { startServer } from '../../src/teams/server.ts';
import { createTeams, type Teams, type TeamsOptions } from '../../src/teams/teams-bot.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { favouritesAmong, KnownGroups } from './known-groups.ts';
import { MemoryConversations } from './memory-conversations.ts';
import { noLists } from './no-lists.ts';
import { amir, at, requestIn, tenantId } from './requests.ts';
import { SilentLog } from './silent-log.ts';

/** The use cases over a plain map, with the real policy; `failWith` makes the next call fail. */
export class FakeUseCases implements UseCases {
  readonly requests = new Map<RequestId, Request>();
  readonly wishes: SubmitWish[] = [];
  readonly calls: string[] = [];
  /** What Entra says of the groups that people keep. */
  readonly groups = new KnownGroups();
  readonly favourites = favouritesAmong(this.groups);
  submitResult: SubmitResult | undefined;
  failWith: Error | undefined;
  /** What submitting, approving and offering groups wait for. */
  hold: Promise<unknown> | undefined;
  canChooseAccessPackage = true;
  readonly maximumDays = 365;
  readonly canHaveNoEnd = true;
  asksForTicket = false;
  diagnosis: Awaited<ReturnType<UseCases['explain']>> = { at: at(0), causes: [], unanswered: [] };
  syncResult: Awaited<ReturnType<UseCases['syncNow']>> = { waiting: [], cloudSync: [] };

  put<T extends Request>(request: T): T {
    this.requests.set(request.id, request);
    return request;
  }

  async offerGroups(text: string): ReturnType<UseCases['offerGroups']> {
    this.#note(`offerGroups ${text}`);
    await this.hold;
    const id = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
    const mail = 'finance-reports@contoso.test';
    const finance = {
      id,
      displayName: 'Finance Reports',
      mail,
      kind: 'microsoft-365' as const,
      traits: [],
      isRequestable: true,
    };
    const dynamic = {
      id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000004'),
      displayName: 'Finance Dynamic',
      kind: 'microsoft-365' as const,
      traits: ['dynamic' as const],
      isRequestable: false,
    };
    const many = Array.from({ length: 20 }, (_unused, index) => ({
      ...finance,
      id: GroupId.parse(`bbbbbbbb-0000-4000-8000-${String(index).padStart(12, '0')}`),
      displayName: 'Many',
      mail: undefined,
    }));
    return text === 'Many'
      ? many
      : [finance, dynamic].filter(({ displayName }) =>
          displayName.toLowerCase().startsWith(text.toLowerCase()),
        );
  }

  async offerAccessPackages(text: string): ReturnType<UseCases['offerAccessPackages']> {
    this.#note(`offerAccessPackages ${text}`);
    const id = AccessPackageId.parse('cccccccc-0000-4000-8000-000000000002');
    return [{ id, displayName: 'Finance', catalogName: 'Writeback' }];
  }

  async submit(actor: Actor, wish: SubmitWish): Promise<SubmitResult> {
    this.#note('submit');
    this.wishes.push(wish);
    await this.hold;
    if (this.submitResult !== undefined) {
      return this.submitResult;
    }
    const known = [...this.requests.values()].find(({ reason }) => reason === wish.reason);
    const request =
      known ??
      requestIn('awaiting-approval', {
        reason: wish.reason,
        requester: toPerson(actor),
        createdAt: at(0),
      });
    return { kind: 'submitted', request: this.put(request) };
  }

  async approve(actor: Actor, click: Click): Promise<Request> {
    await this.hold;
    return this.#change({ action: 'approve', actor, requestId: click.requestId }, (request) =>
      requestIn('setting-up', { ...common(request), decision: decision(actor, click) }),
    );
  }

  async deny(actor: Actor, click: Click): Promise<Request> {
    return this.#change({ action: 'deny', actor, requestId: click.requestId }, (request) =>
      requestIn('denied', { ...common(request), decision: decision(actor, click) }),
    );
  }

  async previewRoute(): ReturnType<UseCases['previewRoute']> {
    this.#note('previewRoute');
    return { kind: 'refused', refusals: [{ code: 'nobody-can-approve', subject: 'Approval' }] };
  }

  async claim(actor: Actor, { requestId }: Click): Promise<Request> {
    return this.#change({ action: 'claim', actor, requestId }, (request) => ({
      ...request,
      approval: { ...request.approval, claim: { by: toPerson(actor), at: at(1) } },
    }));
  }

  async unclaim(actor: Actor, { requestId }: Click): Promise<Request> {
    return this.#change({ action: 'unclaim', actor, requestId }, (request) => {
      const { claim: _claim, ...approval } = request.approval;
      return { ...request, approval };
    });
  }

  async breakGlass(): ReturnType<UseCases['breakGlass']> {
    this.#note('breakGlass');
    return { kind: 'refused', refusals: [{ code: 'break-glass-off', subject: 'the group' }] };
  }

  async review(actor: Actor, { requestId }: Click): Promise<Request> {
    return this.#change({ action: 'review', actor, requestId }, (request) => request);
  }

  async delegate(): ReturnType<UseCases['delegate']> {
    this.#note('delegate');
    throw new Problem('user-not-found', { detail: 'nobody is known here' });
  }

  async endDelegation(): ReturnType<UseCases['endDelegation']> {
    this.#note('endDelegation');
    return [];
  }

  async listDelegations(): ReturnType<UseCases['listDelegations']> {
    this.#note('listDelegations');
    return { given: [], received: [] };
  }

  async cancel(actor: Actor, click: Omit<Click, 'version'>): Promise<Request> {
    return this.#change({ action: 'cancel', actor, requestId: click.requestId }, (request) =>
      requestIn('cancelled', { ...common(request), by: toPerson(actor) }),
    );
  }

  async retry(actor: Actor, click: Click): Promise<Request> {
    return this.#change({ action: 'retry', actor, requestId: click.requestId }, (request) =>
      requestIn('setting-up', common(request)),
    );
  }

  async attest(actor: Actor, click: Click): Promise<Request> {
    return this.#change({ action: 'attest', actor, requestId: click.requestId }, (request) =>
      requestIn('confirmed', {
        ...common(request),
        proof: { kind: 'attested', by: toPerson(actor), checkedAt: at(40) },
      }),
    );
  }

  async explain(...[actor, id]: Parameters<UseCases['explain']>): ReturnType<UseCases['explain']> {
    await this.find(actor, id);
    return this.diagnosis;
  }

  syncNow(): ReturnType<UseCases['syncNow']> {
    this.#note('syncNow');
    return Promise.resolve(this.syncResult);
  }

  async find(actor: Actor, id: RequestId): Promise<Request> {
    this.#note(`find ${id}`);
    return this.#visible(actor, id);
  }

  listWaiting = (): Promise<readonly Request[]> => Promise.resolve([...this.requests.values()]);
  unreviewed: readonly Request[] = [];
  listUnreviewed = (): Promise<readonly Request[]> => Promise.resolve(this.unreviewed);

  async listMine(actor: Actor): Promise<readonly Request[]> {
    this.#note('listMine');
    return [...this.requests.values()].filter(({ requester }) => requester.id === actor.id);
  }

  rolesOf(
    actor: Pick<Actor, 'tenantId' | 'id'>,
    request: Request,
  ): ReturnType<UseCases['rolesOf']> {
    return rolesOf(actor, request, {
      administrators: [amir.id],
      now: at(60),
      syncStarters: 'administrators',
    });
  }

  readonly administrators = [amir.id];
  drift: Awaited<ReturnType<UseCases['reportDrift']>>['rows'] = [];

  reportDrift(): ReturnType<UseCases['reportDrift']> {
    return Promise.resolve({ rows: this.drift, lastLook: undefined, watch: 'daily' });
  }

  isAdministrator(userId: UserId): boolean {
    return userId === amir.id;
  }

  async describeTenant(): Promise<WritebackTenant> {
    return {
      isHybrid: true,
      engines: ['connect-v1'],
      organizationalUnit: 'OU=Writeback,DC=contoso',
    };
  }

  #change({ action, actor, requestId }: Attempt, next: (request: Request) => Request): Request {
    this.#note(`${action} ${requestId}`);
    const request = this.#visible(actor, requestId);
    const refusal = findRefusal(this.rolesOf(actor, request), action, request);
    if (refusal !== undefined) {
      throw new Problem(refusal, { detail: action });
    }
    return this.put({ ...next(request), version: request.version + 1 });
  }

  #visible(actor: Actor, id: RequestId): Request {
    const request = this.requests.get(id);
    if (request === undefined || this.rolesOf(actor, request).length === 0) {
      throw new Problem('request-not-found', { detail: id });
    }
    return request;
  }

  #note(call: string): void {
    this.calls.push(call);
    const { failWith } = this;
    this.failWith = undefined;
    if (failWith !== undefined) {
      throw failWith;
    }
  }
}

interface Attempt {
  readonly action: Exclude<Action, 'see'>;
  readonly actor: Actor;
  readonly requestId: RequestId;
}

export class MemoryCards implements CardStore {
  readonly rows: PostedCard[] = [];

  async list(requestId: RequestId): Promise<readonly PostedCard[]> {
    return this.rows.filter((row) => row.requestId === requestId);
  }

  async save(card: PostedCard): Promise<void> {
    const index = this.rows.findIndex(
      (row) =>
        row.requestId === card.requestId &&
        row.recipientId === card.recipientId &&
        row.kind === card.kind,
    );
    this.rows.splice(index < 0 ? this.rows.length : index, index < 0 ? 0 : 1, card);
  }
}

/** A clock whose sleeps are over at once; it keeps how long they were meant to be. */
export class InstantClock implements Clock {
  readonly sleeps: number[] = [];

  now(): Date {
    return at(60);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.sleeps.push(milliseconds);
  }
}

/** The body of the answer to an invoke; its HTTP status is always 200. */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export interface TeamsWorld extends AsyncDisposable {
  readonly url: string;
  readonly useCases: FakeUseCases;
  readonly conversations: MemoryConversations;
  readonly cards: MemoryCards;
  readonly connector: FakeConnector;
  readonly messenger: Messenger;
  readonly batchMessenger: BatchMessenger;
  readonly tellDrift: Teams['tellDrift'];
  /** Sends the notices that are due. */
  readonly sendNotices: () => Promise<void>;
  readonly clock: InstantClock;
  readonly log: SilentLog;
  /** Posts an activity of a person in their 1:1 chat, changed as said, and gives the HTTP answer. */
  post(
    person: Person,
    activity: object,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
  say(person: Person, text: string, extra?: object): Promise<void>;
  /** The answer to a click on a card. */
  click(person: Person, action: object, extra?: object): Promise<InvokeAnswer>;
}

/** The real server, adapter, bot and messenger in sandbox mode, before a fake connector and fake use cases. */
export async function startTeamsWorld(options: Partial<TeamsOptions> = {}): Promise<TeamsWorld> {
  const connector = await startFakeConnector();
  const useCases = new FakeUseCases();
  const [conversations, cards, clock, log] = [
    new MemoryConversations(),
    new MemoryCards(),
    new InstantClock(),
    new SilentLog(),
  ];
  const { endpoint, messenger, batchMessenger, tellDrift, sendNotices } = createTeams({
    lists: noLists,
    channel: { kind: 'sandbox' },
    useCases,
    conversations,
    cards,
    requests: {
      get: async (id) => {
        const request = useCases.requests.get(id);
        return request ?? Promise.reject(new Error(`no request ${id}`));
      },
    },
    clock,
    log,
    newFormId: () => randomUUID(),
    defaultServiceUrl: connector.serviceUrl,
    allowedTenants: [tenantId],
    sendTimeoutMs: 400,
    // No answer of a test comes later because the machine is slow.
    patienceMs: 60_000,
    answerWithinMs: 60_000,
    contentWithinMs: 60_000,
    ...options,
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, endpoint });
  const url = `http://127.0.0.1:${server.port}`;

  async function post(
    person: Person,
    activity: object,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...envelope(person, connector.serviceUrl), ...activity }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    assert.doesNotMatch(sentenceIn(body), /\{\{/, 'a template is for cards alone');
    return { status: response.status, body };
  }

  return {
    url,
    useCases,
    conversations,
    cards,
    connector,
    messenger,
    batchMessenger,
    tellDrift,
    sendNotices: () => sendNotices(new AbortController().signal),
    clock,
    log,
    post,
    async say(person, text, extra = {}) {
      await post(person, { type: 'message', text, ...extra });
    },
    async click(person, action, extra = {}) {
      const value = { action: { type: 'Action.Execute', ...action }, trigger: 'manual' };
      const { status, body } = await post(person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value,
        ...extra,
      });
      assert.equal(status, 200);
      return body as InvokeAnswer;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await connector.close();
    },
  };
}

const Sentence = z.object({ value: z.string() });

/** What an invoke was answered with where that was no card. */
function sentenceIn(body: unknown): string {
  const dialog = z.object({ task: Sentence }).safeParse(body).data?.task;
  return (dialog ?? Sentence.safeParse(body).data)?.value ?? '';
}

/** What every activity of this person's 1:1 chat says of itself. */
export function envelope(person: Person, serviceUrl: string): object {
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-25T09:00:00.000Z',
    locale: 'en-GB',
    localTimezone: 'Europe/Berlin',
    from: { id: `29:1${person.id}`, name: person.displayName, aadObjectId: person.id },
    recipient: { id: '28:bot', name: 'Writeback' },
    conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  };
}

/** Words of a card or of anything sent, with the marks for directions taken out. */
export function wordsOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\u2066-\u2069]/g, '');
}

function common({
  id,
  requester,
  beneficiary,
  approvers,
  reason,
}: Request): Pick<Request, 'id' | 'requester' | 'beneficiary' | 'approvers' | 'reason'> {
  return { id, requester, beneficiary, approvers, reason };
}

function decision(actor: Actor, { comment }: Click): { by: Person; at: Date; comment?: string } {
  return { by: toPerson(actor), at: at(1), ...(comment === undefined ? {} : { comment }) };
}

function toPerson({ id, displayName }: Actor): Person {
  return { id, displayName };
}
