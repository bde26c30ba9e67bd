import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RequestId, readRequestId, TenantId, toRequestId, UserId } from '../../src/domain/ids.ts';

describe('an object id', () => {
  it('is the same however its letters are written', () => {
    const id = 'abcdef00-0000-4000-8000-00000000000f';

    assert.equal(UserId.parse(id.toUpperCase()), id);
    assert.equal(TenantId.parse(id.toUpperCase()), id);
  });
});

describe('the number of a request', () => {
  it('is made of any five bytes and differs when they differ', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });

    fc.assert(
      fc.property(bytes, bytes, (one, two) => {
        const isSame = Buffer.from(one).equals(Buffer.from(two));
        assert.equal(toRequestId(one) === toRequestId(two), isSame);
      }),
    );
  });

  it('is read as people type it', () => {
    const id = RequestId.parse('WB-10Z3F2Q9');

    for (const typed of [
      'WB-10Z3F2Q9',
      'wb-10z3f2q9',
      ' wb 1oz3f2q9 ',
      'IOZ3F2Q9',
      'wb_lOz3f2q9',
    ]) {
      assert.equal(readRequestId(typed), id);
    }
  });

  it('is not found in other words', () => {
    for (const typed of ['', 'WB-', 'WB-123', 'WB-123456789', 'UUUUUUUU', "WB-1'OR'1=1"]) {
      assert.equal(readRequestId(typed), undefined);
    }
  });
});
