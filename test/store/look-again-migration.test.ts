import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { ApprovalStage } from '../../src/domain/approval.ts';
import type { ApproverSource } from '../../src/domain/approver-source.ts';
import { GroupId } from '../../src/domain/ids.ts';
import type { Request } from '../../src/domain/request.ts';
import { dueToLookAgain } from '../../src/store/migration-look-again.ts';
import { createRequestStore } from '../../src/store/request-store.ts';
import { RecordingQueue } from '../support/recording-queue.ts';
import { ada, at, requestIn } from '../support/requests.ts';
import { storeDatabase } from '../support/store-database.ts';

const board: ApproverSource = {
  kind: 'group',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009'),
};
const named: ApproverSource = { kind: 'user', id: ada.id };
const dayLater = 24 * 60;

function asking(name: string, template: ApprovalStage['template']): Request {
  const group = { kind: 'new' as const, displayName: name, mailNickname: name };
  const request = requestIn('awaiting-approval', { group });
  const { approval } = request;
  const stages = approval.route.stages.map((stage) => ({ ...stage, template }));
  return { ...request, approval: { ...approval, route: { ...approval.route, stages } } };
}

describe('the migration to looking approvers up again', () => {
  it('makes requests due a day after their stage began, where others may be asked by then', async () => {
    const opened = await storeDatabase();
    const { database } = opened;
    const store = createRequestStore(database, new RecordingQueue());
    const escalation = { afterMs: 90 * 24 * 3_600_000, to: [board] };
    const ofGroup = asking('of-group', { approvers: [named, board], need: 'any' });
    const escalating = asking('escalating', { approvers: [named], need: 'any', escalation });
    const ofPeople = asking('of-people', { approvers: [named], need: 'any' });
    const older = asking('older', undefined);
    const soon = asking('soon', { approvers: [board], need: 'any' });
    const expiring = { ...soon, approval: { ...soon.approval, expiresAt: at(5) } };
    for (const request of [ofGroup, escalating, ofPeople, older, expiring]) {
      await store.create(request, request.id);
    }
    await sql`update requests set due_at = null where id <> ${soon.id}`.execute(database.db);

    await dueToLookAgain(
      new Kysely<unknown>({ dialect: new PostgresDialect({ pool: database.pool }) }),
    );

    const [early, late] = await Promise.all(
      [dayLater - 1, dayLater].map((minutes) =>
        store.listDue(new Date(ofGroup.approval.stageSince.getTime() + minutes * 60_000), 10),
      ),
    );
    assert.deepEqual(
      early?.map(({ id }) => id),
      [soon.id],
    );
    assert.deepEqual(
      new Set(late?.map(({ id }) => id)),
      new Set([soon, ofGroup, escalating].map(({ id }) => id)),
    );
    await opened.drop();
  });
});
