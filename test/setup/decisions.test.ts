import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RequestId, TenantId } from '../../src/domain/ids.ts';
import { isProblem } from '../../src/domain/problem.ts';
import { ada, amir, ben, paul, requestIn, rita } from '../support/requests.ts';
import { actorOf, setupWorld, submitted } from '../support/setup-world.ts';

describe('deciding', () => {
  it('approves once, and the procedure is due', async () => {
    await using world = await setupWorld();
    const { id: requestId, version } = await submitted(world);

    const approved = await world.useCases.approve(actorOf(ada), {
      requestId,
      version,
      comment: ' Go. ',
    });

    assert.equal(approved.state, 'setting-up');
    assert.equal(approved.decision.comment, 'Go.');
    assert.equal(approved.decision.by.id, ada.id);
  });

  it('lets one of fifty clicks win and tells the others', async () => {
    await using world = await setupWorld();
    const { id: requestId, version } = await submitted(world);

    const clicks = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        world.useCases[index % 2 === 0 ? 'approve' : 'deny'](actorOf(index % 3 ? ada : paul), {
          requestId,
          version,
          comment: 'x',
        }),
      ),
    );

    const won = clicks.filter(({ status }) => status === 'fulfilled');
    const told = clicks.filter(
      (click) =>
        click.status === 'rejected' &&
        isProblem(click.reason) &&
        click.reason.code === 'already-decided',
    );
    assert.deepEqual([won.length, told.length], [1, 49]);
  });

  const refused = [
    ['the requester', actorOf(rita), 'own-request'],
    ['a stranger', actorOf(ben), 'request-not-found'],
    ['an administrator', actorOf(amir), 'not-allowed'],
    [
      'an approver of another tenant',
      { ...actorOf(ada), tenantId: TenantId.parse('00000000-0000-4000-8000-000000000000') },
      'request-not-found',
    ],
  ] as const;
  for (const [who, actor, code] of refused) {
    it(`refuses ${who} and changes nothing`, async () => {
      await using world = await setupWorld();
      const { id: requestId, version } = await submitted(world);

      await assert.rejects(world.useCases.approve(actor, { requestId, version }), { code });

      assert.equal((await world.requests.get(requestId)).state, 'awaiting-approval');
    });
  }

  it('wants a reason for a denial', async () => {
    await using world = await setupWorld();
    const { id: requestId, version } = await submitted(world);

    await assert.rejects(
      world.useCases.deny(actorOf(ada), { requestId, version, comment: '   ' }),
      { code: 'input-not-valid' },
    );
    const denied = await world.useCases.deny(actorOf(ada), { requestId, version, comment: 'No.' });

    assert.equal(denied.state, 'denied');
  });

  it('refuses a click on an older version, and an unknown request', async () => {
    await using world = await setupWorld();
    const { id: requestId, version } = await submitted(world);
    const unknown = RequestId.parse('WB-00000000');

    await assert.rejects(
      world.useCases.approve(actorOf(ada), { requestId, version: version - 1 }),
      { code: 'request-changed' },
    );
    await assert.rejects(world.useCases.approve(actorOf(ada), { requestId: unknown, version }), {
      code: 'request-not-found',
    });
  });

  it('lets the requester cancel until somebody has decided', async () => {
    await using world = await setupWorld();
    const first = await submitted(world);
    const cancelled = await world.useCases.cancel(actorOf(rita), { requestId: first.id });
    const second = await submitted(world);
    await world.useCases.approve(actorOf(ada), { requestId: second.id, version: second.version });

    assert.equal(cancelled.state, 'cancelled');
    await assert.rejects(world.useCases.cancel(actorOf(rita), { requestId: second.id }), {
      code: 'already-decided',
    });
  });

  it('tries a failed request again with the approval it has', async () => {
    await using world = await setupWorld();
    const failed = await world.requests.create(requestIn('failed'), 'form');

    const again = await world.useCases.retry(actorOf(amir), {
      requestId: failed.id,
      version: failed.version,
    });

    assert.equal(again.state, 'setting-up');
    assert.equal(again.decision.by.id, ada.id);
    assert.equal('code' in again, false);
  });

  it('lets a person attest only what nobody else can see', async () => {
    await using world = await setupWorld();
    const look = { at: new Date(), finding: 'not-verifiable' } as const;
    const blind = await world.requests.create(requestIn('awaiting-sync', { lastLook: look }), 'a');
    const seeing = await world.requests.create(
      requestIn('awaiting-sync', { beneficiary: ben }),
      'b',
    );

    const { id: requestId, version } = blind;
    const confirmed = await world.useCases.attest(actorOf(ada), { requestId, version });

    assert.equal(confirmed.state === 'confirmed' && confirmed.proof.kind, 'attested');
    await assert.rejects(
      world.useCases.attest(actorOf(ada), { requestId: seeing.id, version: seeing.version }),
      { code: 'request-changed' },
    );
  });
});
