import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Batch } from '../../../src/domain/batch.ts';
import { BatchId, RequestId } from '../../../src/domain/ids.ts';
import { requestListCard } from '../../../src/teams/cards/request-list.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { at, requestIn, rita, tenantId } from '../../support/requests.ts';

function listAt(minute: number): Batch {
  return {
    id: BatchId.parse(`WL-7K3F2Q${minute}`),
    version: 1,
    tenantId,
    requester: rita,
    state: 'discarded',
    rows: [],
    createdAt: at(minute),
    updatedAt: at(minute),
  };
}

function numbersOn(card: unknown): readonly string[] {
  return [...new Set(JSON.stringify(card).match(/W[BL]-7K3F2Q\d\d/g))];
}

describe('my requests', () => {
  const requests = Array.from({ length: 20 }, (_unused, index) => {
    const minute = 99 - index;
    const id = RequestId.parse(`WB-7K3F2Q${minute}`);
    return requestIn('awaiting-approval', { id, createdAt: at(minute) });
  });
  const lists = [30, 20, 19, 18, 17, 16].map((minute) => ({ batch: listAt(minute), counts: {} }));

  it('stand newest first, lists among them', () => {
    const summary = { batch: listAt(98), counts: {} };

    const shown = numbersOn(requestListCard(wordsFor('en'), requests.slice(0, 3), [summary]));

    assert.deepEqual(shown, ['WB-7K3F2Q99', 'WB-7K3F2Q98', 'WL-7K3F2Q98', 'WB-7K3F2Q97']);
  });

  it('leave room for the own lists, however many requests are newer', () => {
    const shown = numbersOn(requestListCard(wordsFor('en'), requests, lists));

    assert.equal(shown.filter((id) => id.startsWith('WB-')).length, 10);
    assert.deepEqual(
      shown.slice(10),
      lists.slice(0, 5).map(({ batch }) => batch.id),
    );
  });
});
