import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { UserId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { RequestIn } from '../../src/domain/request.ts';
import { people } from '../../src/sandbox/seed.ts';
import { confirmWaiting } from '../../src/setup/confirmation.ts';
import { createUseCases } from '../../src/setup/create-use-cases.ts';
import { awaitingSync, type HybridWorld, hybridWorld } from '../support/hybrid-world.ts';
import { amir, ben, rita } from '../support/requests.ts';
import { actorOf } from '../support/setup-world.ts';

/** What an administrator is told, best reason first. */
async function reasons(
  { useCases }: HybridWorld,
  { id }: Pick<RequestIn<'awaiting-sync'>, 'id'>,
): Promise<readonly string[]> {
  const { causes } = await useCases.explain(actorOf(amir), id);
  return causes.map(({ code, certainty }) => `${code} ${certainty}`);
}

async function runCycle({ connect }: HybridWorld): Promise<void> {
  connect.startCycle();
  await connect.idle();
}

async function waitingIn(
  t: TestContext,
): Promise<{ readonly hybrid: HybridWorld; readonly request: RequestIn<'awaiting-sync'> }> {
  const hybrid = await hybridWorld(t);
  return { hybrid, request: await awaitingSync(hybrid) };
}

describe('"Why not yet?" in the simulated world', () => {
  it('is the cycle that has not begun while all is well', async (t) => {
    const { hybrid, request } = await waitingIn(t);

    assert.deepEqual(await reasons(hybrid, request), ['sync-not-begun certain']);
  });

  it('is the cycle that runs', async (t) => {
    const { hybrid, request } = await waitingIn(t);

    hybrid.connect.startCycle();

    assert.deepEqual(await reasons(hybrid, request), ['sync-running certain']);
    await hybrid.connect.idle();
  });

  it('is the scheduler that was switched off', async (t) => {
    const { hybrid, request } = await waitingIn(t);

    hybrid.connect.pause();

    assert.deepEqual(await reasons(hybrid, request), ['sync-disabled certain']);
  });

  it('is the staging mode, also after a cycle that exported nothing', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    hybrid.connect.setStaging(true);
    await runCycle(hybrid);

    assert.equal((await reasons(hybrid, request))[0], 'sync-staging certain');
  });

  it('takes the default of the tenant into account where nobody has decided about the group', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    hybrid.world.graph.sandbox.setTenant({ newUnifiedGroupWritebackDefault: false });
    const { directory } = hybrid.deps;
    const seen = await directory.findGroup(request.setUp.groupId);
    assert.ok(seen !== undefined);
    const undecided = {
      ...hybrid.deps,
      directory: {
        ...directory,
        findGroup: () => Promise.resolve({ ...seen, writeback: { isEnabled: undefined } }),
      },
    };

    const { causes } = await createUseCases(undecided).explain(actorOf(amir), request.id);

    const cause = causes.find(({ code }) => code === 'group-writeback-undecided');
    assert.equal(cause?.certainty, 'likely');
    assert.deepEqual(
      cause?.evidence.map(({ what, seen: value }) => `${what} ${value}`),
      ['writebackConfiguration.isEnabled null', 'NewUnifiedGroupWritebackDefault false'],
    );
  });

  it('is the size of a group with more members than the engine writes', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    const { details } = hybrid.deps;
    assert.equal(await details?.countMembers(request.setUp.groupId), 1);
    const crowded = {
      ...hybrid.deps,
      details: { findWritebackDefault: async () => undefined, countMembers: async () => 250_001 },
    };

    const { causes } = await createUseCases(crowded).explain(actorOf(amir), request.id);

    assert.equal(causes[0]?.code, 'group-too-large');
    assert.equal(causes[0]?.evidence[0]?.seen, '250001');
  });

  it('is the flag of the group that somebody switched off, with the value that was read', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    const { groupId } = request.setUp;
    const off = { writebackConfiguration: { isEnabled: false } };
    await hybrid.byHand('PATCH', `/beta/groups/${groupId}`, off);
    await runCycle(hybrid);
    await confirmWaiting(hybrid.deps);

    const { causes } = await hybrid.useCases.explain(actorOf(amir), request.id);

    const [first, ...others] = causes;
    assert.equal(first?.code, 'group-writeback-off');
    assert.deepEqual(
      first?.evidence.map(({ source, what, seen }) => `${source} ${what} ${seen}`),
      ['entra-group writebackConfiguration.isEnabled false'],
    );
    assert.match(first?.deepLink ?? '', new RegExp(groupId));
    assert.deepEqual(others, [], 'that the group is missing follows from it');
  });

  it('is the membership that somebody removed', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    const { groupId } = request.setUp;

    await hybrid.byHand('DELETE', `/v1.0/groups/${groupId}/members/${rita.id}/$ref`);

    assert.equal((await reasons(hybrid, request))[0], 'membership-removed certain');
  });

  it('is the group that was deleted', async (t) => {
    const { hybrid, request } = await waitingIn(t);

    await hybrid.byHand('DELETE', `/v1.0/groups/${request.setUp.groupId}`);

    assert.ok((await reasons(hybrid, request)).includes('group-not-found certain'));
  });

  it('is the account that exists in the cloud only', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    const cleo = UserId.parse(people.find(({ key }) => key === 'cleo')?.objectId);
    const beneficiary = { id: cleo, displayName: 'Cleo' };
    await hybrid.deps.requests.advance(request, { ...request, beneficiary }, 'writeback');

    assert.equal((await reasons(hybrid, request))[0], 'user-is-cloud-only certain');
  });

  it('is the account that Active Directory does not have', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    await runCycle(hybrid);
    const beneficiaryAnchors = { securityIdentifier: 'S-1-5-21-9-9-9-9999' };
    await hybrid.deps.requests.advance(request, { ...request, beneficiaryAnchors }, 'writeback');

    assert.equal((await reasons(hybrid, request))[0], 'user-missing certain');
  });

  it('is the tenant whose writeback was switched off', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    const off = { unifiedGroupWritebackEnabled: false, groupWriteBackEnabled: false };
    hybrid.world.graph.sandbox.setTenant(off);

    assert.equal((await reasons(hybrid, request))[0], 'writeback-off certain');
  });

  it('is the domain controller that does not answer; what else is known is still told', async (t) => {
    const { hybrid, request } = await waitingIn(t);

    await hybrid.domain.close();

    const { causes, unanswered } = await hybrid.useCases.explain(actorOf(amir), request.id);
    assert.deepEqual(
      causes.map(({ code }) => code),
      ['directory-unreachable', 'sync-not-begun'],
    );
    assert.deepEqual(
      unanswered.map(({ source, code }) => `${source} ${code}`),
      ['active-directory directory-unreachable'],
    );
  });

  it('says of every source that fails that it cannot tell, and throws nothing', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    hybrid.world.graph.sandbox.setTenant({
      missingPermissions: [
        'User.Read.All',
        'Group.ReadWrite.All',
        'EntitlementManagement.ReadWrite.All',
        'EntitlementManagement.Read.All',
      ],
    });
    await hybrid.connect.close();

    const { unanswered } = await hybrid.useCases.explain(actorOf(amir), request.id);

    const sources = new Set(unanswered.map(({ source }) => source));
    assert.ok(sources.has('sync-schedule'));
    assert.ok(sources.has('entitlement-management'), [...sources].join());
  });
});

describe('Who is told why', () => {
  it('tells the requester without inner names, and strangers nothing', async (t) => {
    const { hybrid, request } = await waitingIn(t);
    await runCycle(hybrid);
    const beneficiaryAnchors = { securityIdentifier: 'S-1-5-21-9-9-9-9999' };
    await hybrid.deps.requests.advance(request, { ...request, beneficiaryAnchors }, 'writeback');

    const told = await hybrid.useCases.explain(actorOf(rita), request.id);
    const full = await hybrid.useCases.explain(actorOf(amir), request.id);

    assert.equal(told.causes[0]?.code, 'user-missing');
    assert.equal(told.causes[0].deepLink, undefined);
    assert.ok(full.causes[0]?.deepLink?.endsWith(rita.id));
    assert.ok(told.causes[0].evidence.every(({ what, seen }) => what !== 'server' || seen === '…'));
    await assert.rejects(
      hybrid.useCases.explain(actorOf(ben), request.id),
      (error) => error instanceof Problem && error.code === 'request-not-found',
    );
  });
});
