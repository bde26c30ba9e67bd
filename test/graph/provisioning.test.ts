import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import type { CloudProvisioning } from '../../src/domain/ports.ts';
import { agentHealth } from '../../src/domain/provisioning.ts';
import { groupId, resourceId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { type Answer, graphError, ok, refusal, ScriptedGraph } from './scripted-graph.ts';

const jobId = 'AAD2ADGroupProvisioning.contoso.1';
const ruleId = '44444444-0000-4000-8000-000000000001';
const ou = 'OU=Cloud,DC=corp,DC=contoso,DC=test';
const jobs = `/v1.0/servicePrincipals/${resourceId}/synchronization/jobs`;
const principalsRoute = 'GET /v1.0/servicePrincipals';
const jobsRoute = `GET ${jobs}`;
const schemaRoute = `GET ${jobs}/${jobId}/schema`;
const onDemandRoute = `POST ${jobs}/${jobId}/provisionOnDemand`;
const logRoute = 'GET /v1.0/auditLogs/provisioning';
const since = new Date('2026-03-02T08:30:00Z');

interface Configuration {
  readonly status?: object;
  readonly groups?: readonly string[];
  readonly clauses?: readonly string[];
  readonly unit?: string;
}

/** A tenant whose job is configured like this, ready to be asked once for it. */
async function withJob({
  status = { code: 'Active' },
  groups = [],
  clauses = ['securityEnabled', 'dirSyncEnabled', 'mailEnabled'],
  unit = ou,
}: Configuration = {}): Promise<ScriptedGraph> {
  const server = await ScriptedGraph.start();
  const target = { targetAttributeName: 'parentDistinguishedName', source: { expression: unit } };
  const scope = { groups: [{ clauses: clauses.map((name) => ({ sourceOperandName: name })) }] };
  const mapping = { sourceObjectName: 'Group', enabled: true, scope, attributeMappings: [target] };
  const other = { id: 'of users', objectMappings: [{ sourceObjectName: 'User' }] };
  const rule = { id: ruleId, groupFilter: { includedGroups: groups }, objectMappings: [mapping] };
  const job = { id: jobId, templateId: 'AAD2ADGroupProvisioning', schedule: { interval: 'PT20M' } };
  return server
    .on(principalsRoute, ok({ value: [{ id: resourceId }] }))
    .on(jobsRoute, ok({ value: [{ ...job, status }] }))
    .on(schemaRoute, ok({ synchronizationRules: [other, rule] }));
}

function onDemand(
  result: string,
  more: { details?: object; steps?: readonly object[] } = {},
): Answer {
  const { details = {}, steps = [] } = more;
  return ok({
    key: JSON.stringify({ result, details }),
    value: JSON.stringify({ provisioningSteps: steps }),
  });
}

function people(count: number): readonly UserId[] {
  return Array.from({ length: count }, (_, index) =>
    UserId.parse(`aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`),
  );
}

function line(id: string, more: object = {}): object {
  return {
    id,
    activityDateTime: '2026-03-02T08:40:00Z',
    jobId,
    provisioningAction: 'update',
    provisioningStatusInfo: { status: 'success', errorInformation: null },
    sourceIdentity: { id: groupId, identityType: 'Group' },
    modifiedProperties: [],
    ...more,
  };
}

describe('the job of Cloud Sync', () => {
  it('is described with status, scope, schedule and organizational unit', async () => {
    const execution = { timeBegan: '2026-03-02T08:40:00Z', timeEnded: '2026-03-02T08:41:00Z' };
    await using server = await withJob({
      status: {
        code: 'Active',
        lastExecution: { ...execution, state: 'Succeeded', error: null },
        lastSuccessfulExecution: execution,
      },
    });

    const job = await server.connect().provisioning.findJob();

    assert.deepEqual(job, {
      servicePrincipalId: resourceId,
      jobId,
      templateId: 'AAD2ADGroupProvisioning',
      status: { state: 'active' },
      intervalMs: 1_200_000,
      lastRun: {
        startedAt: new Date(execution.timeBegan),
        endedAt: new Date(execution.timeEnded),
        succeeded: true,
        error: undefined,
      },
      lastSuccessfulRunAt: new Date(execution.timeEnded),
      scope: { kind: 'all' },
      organizationalUnit: ou,
    });
    assert.equal(agentHealth(job ?? assert.fail()), 'answering');
  });

  it('tells why it is in quarantine, and that no agent answers', async () => {
    const error = { code: 'HybridIdentityServiceNoActiveAgents', message: 'No agent.' };
    const quarantine = { currentBegan: since.toISOString(), nextAttempt: null, error };
    await using server = await withJob({ status: { code: 'Quarantine', quarantine } });

    const job = await server.connect().provisioning.findJob();

    assert.deepEqual(job?.status, {
      state: 'quarantined',
      since,
      nextAttemptAt: undefined,
      reason: error,
    });
    assert.equal(agentHealth(job ?? assert.fail()), 'not-answering');
  });

  for (const [configuration, scope] of [
    [{ groups: [groupId] }, { kind: 'groups', groupIds: [groupId] }],
    [{ groups: ['CN=Sales,DC=corp'] }, { kind: 'unknown' }],
    [
      { clauses: ['securityEnabled', 'isWritebackEnabled'] },
      { kind: 'filtered', attributes: ['isWritebackEnabled'] },
    ],
  ] as const) {
    it(`has the scope "${scope.kind}" with ${JSON.stringify(configuration)}`, async () => {
      await using server = await withJob(configuration);

      assert.deepEqual((await server.connect().provisioning.findJob())?.scope, scope);
    });
  }

  it('has no one organizational unit where an expression chooses it', async () => {
    await using server = await withJob({ unit: 'Switch([displayName], "OU=A", "Sales", "OU=B")' });

    assert.equal((await server.connect().provisioning.findJob())?.organizationalUnit, undefined);
  });

  it('is one that runs rather than one that is paused', async () => {
    await using server = await withJob();
    server.on(jobsRoute).on(principalsRoute);
    const paused = { id: 'AAD2ADGroupProvisioning.old', status: { code: 'Paused' } };
    await using both = await ScriptedGraph.start();
    both.on(principalsRoute, ok({ value: [{ id: resourceId }] }));
    both.on(jobsRoute, ok({ value: [paused, { id: jobId, status: { code: 'Active' } }] }));
    both.on(schemaRoute, ok({ synchronizationRules: [] }));

    assert.equal((await both.connect().provisioning.findJob())?.jobId, jobId);
    assert.equal((await server.connect().provisioning.findJob())?.jobId, jobId);
  });

  it('is there with an unknown scope where the schema may not be read', async () => {
    await using server = await ScriptedGraph.start();
    server.on(principalsRoute, ok({ value: [{ id: resourceId }] }));
    server.on(jobsRoute, ok({ value: [{ id: jobId, status: { code: 'Active' } }] }));
    server.on(schemaRoute, refusal(403, 'Authorization_RequestDenied'));

    const job = await server.connect().provisioning.findJob();

    assert.deepEqual(job?.scope, { kind: 'unknown' });
  });

  it('is absent for those who may not look, and without an error', async () => {
    await using server = await ScriptedGraph.start();
    server.on(principalsRoute, refusal(403, 'Authorization_RequestDenied'));
    const { provisioning } = server.connect();

    assert.equal(await provisioning.findJob(), undefined);
    assert.deepEqual(await provisioning.provisionOnDemand(groupId, [userId]), { kind: 'no-job' });
    assert.deepEqual(await provisioning.listEvents(since), []);
  });
});

describe('provisioning on demand', () => {
  it('asks for twelve members in three calls, each about one group and at most five of them', async () => {
    await using server = await withJob();
    server.on(onDemandRoute, onDemand('Success'), onDemand('Success'), onDemand('Success'));
    const asked = people(12);

    const answer = await server.connect().provisioning.provisionOnDemand(groupId, asked);

    const states = asked.map((id) => ({ userId: id, state: 'success' }));
    assert.deepEqual(answer, { kind: 'asked', members: states });
    const bodies = server.received
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body);
    const members = asked.slice(10).map((objectId) => ({ objectId, objectTypeName: 'User' }));
    const subject = { objectId: groupId, objectTypeName: 'Group', links: { members } };
    assert.equal(bodies.length, 3);
    assert.deepEqual(bodies[2], { parameters: [{ ruleId, subjects: [subject] }] });
  });

  it('never makes more than five calls in any ten seconds, whoever asks', async () => {
    await using server = await withJob();
    server.on(onDemandRoute, ...Array.from({ length: 12 }, () => onDemand('Success')));
    const at: number[] = [];
    /** Time goes on only when every call that was let through has arrived. */
    async function sleep(milliseconds: number): Promise<void> {
      for (let before = -1; before !== at.length; ) {
        before = at.length;
        await delay(50);
      }
      server.clock.advance(milliseconds);
    }
    const { provisioning } = server.connect({ clock: { now: () => server.clock.now(), sleep } });
    server.onReceived = ({ method }) => {
      if (method === 'POST') {
        at.push(server.clock.now().getTime());
      }
    };

    await Promise.all(people(12).map((id) => provisioning.provisionOnDemand(groupId, [id])));

    assert.equal(at.length, 12);
    for (const [index, time] of at.entries()) {
      const sixth = at[index + 5];
      assert.ok(sixth === undefined || sixth - time > 10_000, `${sixth} after ${time}`);
    }
  });

  it('counts a repetition after 429 as a call, and waits as long as it is told to', async () => {
    await using server = await withJob();
    const busy = {
      status: 429,
      json: graphError('TooManyRequests'),
      headers: { 'retry-after': '7' },
    };
    server.on(onDemandRoute, busy, ...Array.from({ length: 5 }, () => onDemand('Success')));
    const { provisioning } = server.connect();

    const answer = await provisioning.provisionOnDemand(groupId, people(25));

    assert.equal(answer.kind === 'asked' && answer.members.length, 25);
    assert.equal(server.clock.slept[0], 7000);
    assert.ok(
      (server.clock.slept[1] ?? 0) > 3000,
      'the sixth call waits for the first to grow old',
    );
  });

  it('counts what was equal already as done, and tells what was skipped or failed', async () => {
    const [done, equal, skipped, failed, unclear] = people(5);
    await using server = await withJob();
    server.on(
      onDemandRoute,
      onDemand('Success'),
      onDemand('Skipped', { details: { errorCode: 'RedundantExport' } }),
      onDemand('Skipped', {
        details: { errorCode: 'NotEffectivelyEntitled', errorMessage: 'No.' },
      }),
      refusal(500, 'HybridIdentityServiceNoActiveAgents', { message: 'No agent.' }),
    );
    server.on(onDemandRoute, ok({ key: 'no JSON', value: '' }));
    const { provisioning } = server.connect();

    const results = [];
    for (const id of [done, equal, skipped, failed, unclear]) {
      results.push(await memberOf(provisioning, id ?? assert.fail()));
    }

    assert.deepEqual(results, [
      { userId: done, state: 'success' },
      { userId: equal, state: 'success' },
      {
        userId: skipped,
        state: 'skipped',
        reason: { code: 'NotEffectivelyEntitled', message: 'No.' },
      },
      {
        userId: failed,
        state: 'failed',
        reason: {
          code: 'HybridIdentityServiceNoActiveAgents',
          message: 'HybridIdentityServiceNoActiveAgents · No agent. · request-id f1a5',
        },
      },
      { userId: unclear, state: 'failed', reason: { code: 'AnswerNotUnderstood' } },
    ]);
  });

  it('tells which of several members was left out', async () => {
    const [here, cloudOnly] = people(2);
    await using server = await withJob();
    const step = {
      name: 'ReferenceResolution',
      type: 'ReferenceResolution',
      status: 'Skipped',
      description: 'No object.',
      details: { objectId: cloudOnly, SkipReason: 'ReferenceTargetNotFound' },
    };
    server.on(onDemandRoute, onDemand('Success', { steps: [step] }));

    const answer = await server.connect().provisioning.provisionOnDemand(groupId, people(2));

    const reason = { code: 'ReferenceTargetNotFound', message: 'No object.' };
    assert.deepEqual(answer, {
      kind: 'asked',
      members: [
        { userId: here, state: 'success' },
        { userId: cloudOnly, state: 'skipped', reason },
      ],
    });
  });

  for (const [kind, configuration] of [
    ['not-running', { status: { code: 'Paused' } }],
    ['not-running', { status: { code: 'NotRun' } }],
    ['out-of-scope', { groups: ['bbbbbbbb-0000-4000-8000-000000000099'] }],
  ] as const) {
    it(`sends nothing and says "${kind}" with ${JSON.stringify(configuration)}`, async () => {
      await using server = await withJob(configuration);
      const { provisioning } = server.connect();

      assert.deepEqual(await provisioning.provisionOnDemand(groupId, [userId]), { kind });
      assert.ok(server.received.every(({ method }) => method === 'GET'));
    });
  }

  it('names the missing permission', async () => {
    await using server = await withJob();
    server.on(onDemandRoute, refusal(403, 'Authorization_RequestDenied'));

    const problem = await assertProblem(
      server.connect().provisioning.provisionOnDemand(groupId, [userId]),
      'graph-permission-missing',
    );

    assert.match(problem.detail, /Synchronization\.ReadWrite\.All/);
  });
});

async function memberOf(provisioning: CloudProvisioning, id: UserId): Promise<unknown> {
  const answer = await provisioning.provisionOnDemand(groupId, [id]);
  return answer.kind === 'asked' ? answer.members[0] : answer;
}

describe('the evidence in the provisioning log', () => {
  it('is one event for each member that a line names', async () => {
    const [one = userId, other = userId] = people(2);
    const errorInformation = { errorCode: 'ReferenceTargetNotFound', reason: 'No object.' };
    await using server = await withJob();
    server.on(
      logRoute,
      ok({
        value: [
          line('c', {
            activityDateTime: '2026-03-02T08:50:00Z',
            provisioningAction: 'other',
            provisioningStatusInfo: { status: 'skipped', errorInformation },
            modifiedProperties: [{ displayName: 'members', newValue: other.toUpperCase() }],
          }),
          line('b', { modifiedProperties: [{ displayName: 'members', newValue: one }] }),
          line('user', { sourceIdentity: { id: one, identityType: 'User' } }),
          line('a', { activityDateTime: '2026-03-02T08:39:00Z', provisioningAction: 'create' }),
        ],
      }),
    );

    const events = await server.connect().provisioning.listEvents(since);

    const [created, updated, skipped] = events;
    assert.equal(events.length, 3);
    assert.deepEqual([created?.action, created?.userId], ['create', undefined]);
    assert.deepEqual(updated, {
      id: 'b',
      at: new Date('2026-03-02T08:40:00Z'),
      groupId,
      userId: one,
      action: 'update',
      status: 'success',
      reason: undefined,
      jobId,
    });
    assert.equal(skipped?.userId, other);
    assert.equal(skipped?.status, 'skipped');
    assert.deepEqual(skipped?.reason, { code: 'ReferenceTargetNotFound', message: 'No object.' });
  });

  it('is fetched by one request for twenty who ask at once, limited to the job and the time', async () => {
    await using server = await withJob();
    server.on(logRoute, ok({ value: [line('a')] }));
    const { provisioning } = server.connect();

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => provisioning.listEvents(since)),
    );

    assert.ok(answers.every((events) => events.length === 1));
    const [asked, ...more] = server.received.filter(({ path }) => path.endsWith('/provisioning'));
    assert.deepEqual(more, []);
    assert.equal(
      asked?.query['$filter'],
      `jobId eq '${jobId}' and activityDateTime gt 2026-03-02T08:29:59.999Z`,
    );
  });

  it('comes from all pages, at most five of them in ten seconds', async () => {
    await using server = await withJob();
    const next = 'https://graph.microsoft.com/v1.0/auditLogs/provisioning?$skiptoken=next';
    for (let page = 1; page < 7; page += 1) {
      server.on(logRoute, ok({ value: [line(`${page}`)], '@odata.nextLink': next }));
    }
    server.on(logRoute, ok({ value: [line('7')] }));

    const events = await server.connect().provisioning.listEvents(since);

    assert.equal(events.length, 7);
    assert.equal(server.clock.slept.length, 1);
    assert.ok((server.clock.slept[0] ?? 0) > 10_000);
  });

  it('names the missing permission', async () => {
    await using server = await withJob();
    server.on(logRoute, refusal(403, 'Authorization_RequestDenied'));

    const problem = await assertProblem(
      server.connect().provisioning.listEvents(since),
      'graph-permission-missing',
    );

    assert.match(problem.detail, /ProvisioningLog\.Read\.All/);
  });

  it('is about groups with an id of Entra only', async () => {
    await using server = await withJob();
    const nowhere = line('x', { sourceIdentity: { id: '', identityType: 'Group' } });
    server.on(logRoute, ok({ value: [nowhere, line('y')] }));

    const events = await server.connect().provisioning.listEvents(since);

    assert.deepEqual(
      events.map((event) => GroupId.parse(event.groupId)),
      [groupId],
    );
  });
});
