import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CatalogId } from '../../src/domain/ids.ts';
import { combined, type NoticeContent } from '../../src/domain/notice.ts';
import { ada, paul, tenantId } from '../support/requests.ts';

const catalog = {
  id: CatalogId.parse('11111111-2222-4333-8444-555555555555'),
  displayName: 'Finance',
};

function role(news: 'given' | 'taken'): NoticeContent {
  return { kind: 'catalog', news, catalog, role: 'catalog-owner', by: 'Ada' };
}

function deputy(news: 'named' | 'ended', day: number): NoticeContent {
  const [from, createdAt] = [new Date('2026-01-01'), new Date('2025-12-31')];
  const until = new Date(Date.UTC(2026, 0, day));
  const delegation = { tenantId, approver: ada, deputy: paul, from, until, createdAt };
  return { kind: 'deputy', news, delegation };
}

/** What waits for its reader after all of it has happened, none of it told. */
function missed(...all: readonly NoticeContent[]): NoticeContent | undefined {
  return all.reduce<NoticeContent | undefined>(
    (waiting, next) => combined(waiting === undefined ? [] : [waiting], next),
    undefined,
  );
}

describe('notices that did not arrive', () => {
  it('say nothing where everything is as their reader believes', () => {
    assert.equal(missed(role('given'), role('taken')), undefined);
    assert.equal(missed(role('taken'), role('given')), undefined);
    assert.equal(missed(deputy('named', 9), deputy('ended', 9)), undefined);
    assert.equal(missed(deputy('ended', 9), deputy('named', 9)), undefined);
  });

  it('say in the end what is different, however often it changed', () => {
    assert.deepEqual(missed(role('taken'), role('given'), role('taken')), role('taken'));
    assert.deepEqual(missed(role('given'), role('taken'), role('given')), role('given'));
    assert.deepEqual(missed(deputy('ended', 9), deputy('named', 12)), deputy('named', 12));
  });

  it('name every difference that was never told, once', () => {
    const first: NoticeContent = { kind: 'drift', keys: ['a', 'b'] };

    assert.deepEqual(combined([first], { kind: 'drift', keys: ['b', 'c'] }), {
      kind: 'drift',
      keys: ['a', 'b', 'c'],
    });
  });
});
