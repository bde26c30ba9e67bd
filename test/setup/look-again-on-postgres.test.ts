import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { ApprovalTemplate, StageTemplate } from '../../src/domain/approval-policy.ts';
import type { ApproverSource } from '../../src/domain/approver-source.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { Request } from '../../src/domain/request.ts';
import { moveDueApprovals } from '../../src/setup/approval-timers.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import type { SetupDeps } from '../../src/setup/deps.ts';
import type { UseCases } from '../../src/setup/use-cases.ts';
import { createDelegationStore } from '../../src/store/delegation-store.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { audienceOf } from '../../src/teams/cards/audience.ts';
import { occasionOf } from '../../src/teams/cards/occasion.ts';
import { optionsOf } from '../../src/teams/cards/view.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { userOf } from '../support/known-approvers.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, wish } from '../support/setup-world.ts';
import { storeDatabase } from '../support/store-database.ts';

const hourMs = 3_600_000;
const board = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009');
const council = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000008');
const ofBoard: ApproverSource = { kind: 'group', id: board };
const ofCouncil: ApproverSource = { kind: 'group', id: council };
/** After one hour, then after two more. */
const reminders = { firstAfterMs: hourMs, backOff: 2, atMost: 2 };
const queue = new RecordingQueue();
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let world: SetupWorld;
let deps: SetupDeps;
let useCases: UseCases;
let count = 0;

before(async () => {
  [opened, world] = await Promise.all([storeDatabase(), setupWorld()]);
  const { database } = opened;
  deps = {
    ...world.deps,
    requests: createRequestStore(database, queue),
    delegations: createDelegationStore(database),
  };
  Object.assign(deps.directory, {
    isMember: async (userId: string, groupId: GroupId) =>
      world.approverDirectory.groups.get(groupId)?.users.some(({ id }) => id === userId) === true,
  });
});

after(async () => {
  await world[Symbol.asyncDispose]();
  await opened.drop();
});

beforeEach(() => groupIs(council, amir));

function groupIs(id: GroupId, ...members: readonly Person[]): void {
  const users = members.map((each) => userOf(each));
  world.approverDirectory.groups.set(id, { groupName: 'Board', users });
}

/** A stage of the board, or of whatever else. */
function boardStage(changes: Partial<StageTemplate> = {}): StageTemplate {
  return stageOf([], { name: 'Board', approvers: [ofBoard], ...changes });
}

async function asked(
  stages: readonly StageTemplate[],
  changes: Partial<ApprovalTemplate> = {},
): Promise<Request> {
  count += 1;
  deps = { ...deps, policy: policyOf(templateOf(stages, { reminders, ...changes })) };
  useCases = createUseCases(deps);
  const group = { kind: 'new', displayName: `Joined ${count}` } as const;
  const result = await useCases.submit(actorOf(rita), wish({ group }));
  assert.ok(result.kind === 'submitted', JSON.stringify(result));
  queue.work.splice(0);
  return result.request;
}

/** So many hours later, as it is on record then. */
async function later(hours: number, { id }: Request): Promise<Request> {
  world.pass(hours);
  await moveDueApprovals(deps);
  return deps.requests.get(id);
}

async function approve(by: Person, { id: requestId }: Request): Promise<Request> {
  const { version } = await deps.requests.get(requestId);
  return useCases.approve(actorOf(by), { requestId, version });
}

function idsIn({ approval }: Request): readonly string[] {
  const stage = approval.route.stages[approval.stage];
  return [...(stage?.approvers ?? []), ...(stage?.escalation?.approvers ?? [])]
    .map(({ person }) => person.displayName.split(' ')[0] ?? '')
    .toSorted();
}

function buttonsOf(request: Request, person: Person): readonly string[] {
  return optionsOf(useCases.rolesOf(actorOf(person), request), request);
}

function cardOf(request: Request, { id }: Person): string | undefined {
  const places = audienceOf(request).filter(({ kind }) => kind === 'approval');
  return places.find(({ recipient }) => recipient.id === id)?.duty;
}

describe('a reminder of a running stage, in PostgreSQL', () => {
  it('asks whoever has joined, by a first card, and reminds the others', async () => {
    groupIs(board, ada);
    const request = await asked([boardStage()]);
    groupIs(board, ada, paul, rita);

    const reminded = await later(1.1, request);

    assert.deepEqual(idsIn(reminded), ['Ada', 'Paul'], 'the requester never decides');
    assert.deepEqual(
      [ada, paul].map(({ id }) => occasionOf(reminded, id)),
      ['0//1', '0//0'],
    );
    assert.equal(cardOf(reminded, paul), 'send');
    assert.deepEqual(buttonsOf(reminded, paul), ['approve', 'deny', 'claim']);
    assert.deepEqual(
      queue.work.map(({ kind, version }) => [kind, version]),
      [['refresh-cards', 2]],
    );
    assert.equal((await approve(paul, request)).state, 'setting-up');
  });

  it('counts the time of whoever has joined from then on', async () => {
    groupIs(board, ada);
    const request = await asked([boardStage()]);
    groupIs(board, ada, paul);
    await later(1.1, request);

    const early = await later(0.5, request);
    const reminded = await later(0.6, request);

    assert.equal(occasionOf(early, paul.id), '0//0');
    assert.deepEqual(
      [ada, paul].map(({ id }) => occasionOf(reminded, id)),
      ['0//1', '0//1'],
    );
  });

  it('takes the buttons from whoever has left without having answered', async () => {
    groupIs(board, ada, paul, amir);
    const request = await asked([boardStage({ need: 2 })]);
    await useCases.claim(actorOf(paul), { requestId: request.id, version: request.version });
    await approve(amir, request);
    groupIs(board, ada);

    const reminded = await later(1.1, request);

    assert.deepEqual(idsIn(reminded), ['Ada', 'Amir'], 'a vote that was given stays');
    assert.equal(reminded.approval.claim, undefined);
    assert.deepEqual(buttonsOf(reminded, paul), []);
    assert.equal(cardOf(reminded, paul), 'update');
    assert.deepEqual(await useCases.listWaiting(actorOf(paul)), []);
    await assert.rejects(approve(paul, request), { code: 'no-longer-approver' });
    assert.equal((await approve(ada, request)).state, 'setting-up');
  });

  it('asks whoever has come back again', async () => {
    groupIs(board, ada, paul);
    const request = await asked([boardStage()]);
    groupIs(board, ada);
    await later(1.1, request);
    groupIs(board, ada, paul);

    const reminded = await later(2.1, request);

    assert.deepEqual(buttonsOf(reminded, paul), ['approve', 'deny', 'claim']);
    assert.equal(reminded.approval.left, undefined);
  });

  it('finds a new manager, with their deputy', async () => {
    const { managers } = world.approverDirectory;
    managers.set(rita.id, userOf(ada));
    const approvers: readonly ApproverSource[] = [{ kind: 'manager', fallback: [] }];
    const request = await asked([stageOf([], { approvers })]);
    const now = deps.clock.now();
    const period = { from: now, until: new Date(now.getTime() + 24 * hourMs) };
    await useCases.delegate(actorOf(paul), { deputy: ben.id, ...period });
    managers.set(rita.id, userOf(paul));

    const reminded = await later(1.1, request);

    assert.deepEqual(idsIn(reminded), ['Ben', 'Paul']);
    assert.equal(occasionOf(reminded, ben.id), '0//0', 'no reminder before they were asked');
    assert.deepEqual(buttonsOf(reminded, ada), []);
    assert.equal((await approve(ben, request)).approval.votes[0]?.onBehalfOf?.id, paul.id);
    await useCases.endDelegation(actorOf(paul));
  });

  it('goes to those who are known where the others cannot be read, and looks again', async () => {
    groupIs(board, ada);
    const request = await asked([boardStage()]);
    Object.assign(world.approverDirectory, {
      listGroupUsers: () => Promise.reject(new Problem('graph-unreachable', { detail: 'away' })),
    });

    const reminded = await later(1.1, request);
    Reflect.deleteProperty(world.approverDirectory, 'listGroupUsers');
    groupIs(board, ada, paul);

    assert.equal(occasionOf(reminded, ada.id), '0//1');
    assert.deepEqual(idsIn(reminded), ['Ada']);
    assert.deepEqual(idsIn(await later(2.1, request)), ['Ada', 'Paul']);
  });

  for (let round = 1; round <= 5; round += 1) {
    it(`loses no vote that is given in the same moment, round ${round}`, async () => {
      groupIs(board, ada, paul);
      const request = await asked([boardStage({ need: 2 })]);
      groupIs(board, ada, paul, amir);
      world.pass(1.1);

      await Promise.all([moveDueApprovals(deps), approve(ada, request), moveDueApprovals(deps)]);
      await moveDueApprovals(deps);

      const stored = await deps.requests.get(request.id);
      assert.deepEqual(
        stored.approval.votes.map(({ by }) => by.id),
        [ada.id],
      );
      assert.deepEqual(idsIn(stored), ['Ada', 'Amir', 'Paul']);
      assert.equal((await approve(amir, request)).state, 'setting-up');
    });
  }
});

describe('a stage that nobody is reminded of, in PostgreSQL', () => {
  it('asks whoever has joined within a day, also after the last reminder', async () => {
    groupIs(board, ada);
    const silent = await asked([boardStage()], { reminders: undefined });
    const { id } = await asked([boardStage()], { reminders: { ...reminders, atMost: 1 } });
    await later(1.1, silent);
    groupIs(board, ada, paul);

    const early = await later(22, silent);
    const stored = await later(1.1, silent);
    await later(2, silent);

    assert.deepEqual([idsIn(early), early.version], [['Ada'], 1]);
    assert.deepEqual(idsIn(stored), ['Ada', 'Paul']);
    assert.deepEqual(idsIn(await deps.requests.get(id)), ['Ada', 'Paul']);
  });

  it('is no other version where the same people are found, and is looked at a day later', async () => {
    groupIs(board, ada, paul);
    groupIs(council, ben);
    const escalation = { afterMs: 90 * hourMs, to: [ofCouncil] };
    const stages = [boardStage({ escalation }), boardStage({ approvers: [ofCouncil] })];
    const request = await asked(stages, { reminders: undefined, distinctApprovers: true });

    const same = await later(24.1, request);
    const due = await deps.requests.listDue(deps.clock.now(), 100);
    groupIs(board, ada, paul, amir);
    const early = await later(23, request);
    const changed = await later(1.1, request);

    assert.deepEqual([same.version, due, early.version], [1, [], 1]);
    const drawn = queue.work.filter(({ requestId }) => requestId === request.id);
    assert.deepEqual(
      drawn.map(({ version }) => version),
      [changed.version],
    );
    assert.deepEqual(idsIn(changed), ['Ada', 'Amir', 'Ben', 'Paul']);
  });

  it('has its group read once, however many requests wait for it', async () => {
    const crew = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000007');
    groupIs(crew, ada);
    const ofCrew = boardStage({ approvers: [{ kind: 'group', id: crew }] });
    await asked([ofCrew], { reminders: undefined });
    const request = await asked([ofCrew], { reminders: undefined });
    const reads: GroupId[] = [];
    const { approverDirectory } = world;
    const read = approverDirectory.listGroupUsers.bind(approverDirectory);
    Object.assign(approverDirectory, {
      listGroupUsers: (id: GroupId, limit: number) => {
        reads.push(id);
        return read(id, limit);
      },
    });

    await later(24.1, request);
    Reflect.deleteProperty(approverDirectory, 'listGroupUsers');

    assert.deepEqual(
      reads.filter((id) => id === crew),
      [crew],
    );
  });

  it('is left alone where the rule names its people', async () => {
    const request = await asked([stageOf([ada])], { reminders: undefined });

    assert.equal((await later(100, request)).version, 1);
  });
});

describe('a stage that all have to approve, in PostgreSQL', () => {
  it('needs whoever has joined as well', async () => {
    groupIs(board, ada, paul);
    const request = await asked([boardStage({ need: 'all' })]);
    await approve(ada, request);
    groupIs(board, ada, paul, amir);

    await later(1.1, request);

    assert.equal((await approve(paul, request)).state, 'awaiting-approval');
    assert.equal((await approve(amir, request)).state, 'setting-up');
  });

  it('is over once the last who had not answered has left, and the work begins once', async () => {
    groupIs(board, ada, paul);
    const request = await asked([boardStage({ need: 'all' })]);
    await approve(ada, request);
    groupIs(board, ada);
    queue.work.splice(0);

    const stored = await later(1.1, request);

    assert.ok(stored.state === 'setting-up');
    assert.equal(stored.decision.by.id, ada.id);
    assert.deepEqual(
      queue.work.map(({ kind }) => kind),
      ['set-up', 'refresh-cards'],
    );
  });

  it('goes on to the next stage in that way, unless that one has too few people', async () => {
    groupIs(board, ada, paul);
    const stages = [boardStage({ need: 'all' }), boardStage({ approvers: [ofCouncil] })];
    const request = await asked(stages);
    await approve(ada, request);
    groupIs(board, ada);
    groupIs(council);

    const waiting = await later(1.1, request);
    groupIs(council, ben);
    const next = await later(24.1, request);

    assert.deepEqual([waiting.state, waiting.approval.stage], ['awaiting-approval', 0]);
    assert.deepEqual([next.approval.stage, idsIn(next)], [1, ['Ben']]);
  });

  it('is not over because its group is gone or empty', async () => {
    groupIs(board, ada, paul);
    const request = await asked([boardStage({ need: 'all' })]);
    await approve(ada, request);
    world.approverDirectory.groups.delete(board);

    const gone = await later(1.1, request);
    groupIs(board);
    const empty = await later(24.1, request);
    groupIs(board, ada, paul);
    const back = await later(24.1, request);

    for (const { state, approval } of [gone, empty, back]) {
      assert.deepEqual([state, approval.route.stages[0]?.need], ['awaiting-approval', 2]);
    }
    assert.equal((await approve(paul, back)).state, 'setting-up');
  });

  it('is never over by a departure before somebody has approved', async () => {
    groupIs(board, ada, paul);
    const request = await asked([boardStage({ need: 'all' })]);
    groupIs(board);

    const stored = await later(1.1, request);
    groupIs(board, amir);
    const joined = await later(24.1, request);

    assert.deepEqual([stored.state, idsIn(stored)], ['awaiting-approval', []]);
    assert.deepEqual(idsIn(joined), ['Amir']);
  });

  it('needs no more than before where a later stage could not be filled otherwise', async () => {
    groupIs(board, ada);
    groupIs(council, paul);
    const stages = [boardStage({ need: 'all' }), boardStage({ approvers: [ofCouncil] })];
    const request = await asked(stages, { distinctApprovers: true });
    groupIs(board, ada, paul);

    const reminded = await later(1.1, request);

    assert.equal(reminded.approval.route.stages[0]?.need, 1);
    assert.deepEqual(buttonsOf(reminded, paul), ['deny']);
    assert.equal((await approve(ada, request)).approval.stage, 1);
  });
});

describe('an escalation and a later stage, in PostgreSQL', () => {
  it('follow their groups as well', async () => {
    groupIs(board, ada);
    const escalation = { afterMs: 2 * hourMs, to: [ofCouncil] };
    const request = await asked([boardStage({ escalation })], {
      reminders: { ...reminders, firstAfterMs: 4 * hourMs },
    });
    const escalated = await later(2.1, request);
    groupIs(council, ben);

    const reminded = await later(2.1, request);

    assert.deepEqual(idsIn(escalated), ['Ada', 'Amir']);
    assert.deepEqual(idsIn(reminded), ['Ada', 'Ben']);
    assert.equal(occasionOf(reminded, ben.id), '0//0');
    assert.deepEqual(buttonsOf(reminded, amir), ['cancel'], 'as an administrator');
    assert.equal((await approve(ben, request)).state, 'setting-up');
  });

  it('give Approve back once a later stage has somebody else', async () => {
    groupIs(board, ada);
    const stages = [stageOf([ada, paul]), boardStage()];
    const request = await asked(stages, { distinctApprovers: true });
    assert.deepEqual(buttonsOf(request, ada), ['deny']);
    groupIs(board, ada, amir);

    const reminded = await later(1.1, request);

    assert.deepEqual(buttonsOf(reminded, ada), ['approve', 'deny', 'claim']);
    assert.equal((await approve(ada, request)).approval.stage, 1);
  });
});
