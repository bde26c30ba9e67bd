import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  guidFromBytes,
  guidToBytes,
  immutableIdFromBytes,
  immutableIdToBytes,
  isImmutableId,
  isSid,
  sidFromBytes,
  sidToBytes,
} from '../../src/onprem/ids.ts';

const sixteenBytes = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes));
const sid = fc
  .tuple(
    fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 15 }),
  )
  .map(([authority, parts]) => ['S-1', authority, ...parts].join('-'));

describe('GUIDs', () => {
  it('are stored with their first three fields little-endian', () => {
    const bytes = guidToBytes('00112233-4455-6677-8899-aabbccddeeff');

    assert.equal(bytes.toString('hex'), '33221100554477668899aabbccddeeff');
  });

  it('come back from their text unchanged, in either case', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        const text = guidFromBytes(bytes);

        assert.deepEqual(guidToBytes(text), bytes);
        assert.deepEqual(guidToBytes(text.toUpperCase()), bytes);
      }),
    );
  });

  it('are read from the bytes without changing these', () => {
    const bytes = Buffer.from('33221100554477668899aabbccddeeff', 'hex');

    guidFromBytes(bytes);

    assert.equal(bytes.toString('hex'), '33221100554477668899aabbccddeeff');
  });

  it('are refused in any other form', () => {
    for (const text of [
      '',
      '{00112233-4455-6677-8899-aabbccddeeff}',
      '00112233445566778899aabbccddeeff',
      '*',
    ]) {
      assert.throws(() => guidToBytes(text), RangeError);
    }
    assert.throws(() => guidFromBytes(Buffer.alloc(15)), RangeError);
  });
});

describe('SIDs', () => {
  it('have the layout of MS-DTYP 2.4.2', () => {
    const bytes = sidToBytes('S-1-5-21-1085031214-1563985344-725345543-1101');

    assert.equal(bytes.toString('hex'), '0105000000000005150000002e43ac40c085385d07e53b2b4d040000');
  });

  it('come back from their bytes unchanged', () => {
    fc.assert(
      fc.property(sid, (text) => {
        assert.equal(sidFromBytes(sidToBytes(text)), text);
        assert.equal(isSid(text), true);
      }),
    );
  });

  it('are refused in any other form, and as filters in disguise', () => {
    const wrong = [
      '',
      'S-1',
      'S-1-5',
      'S-2-5-21',
      'S-1-5-4294967296',
      'S-1-5-01',
      'S-1-5-21)(cn=*',
      'S-1-281474976710656-1',
    ];
    for (const text of wrong) {
      assert.throws(() => sidToBytes(text), RangeError, text);
      assert.equal(isSid(text), false, text);
    }
  });

  it('are refused when their bytes are cut or padded', () => {
    fc.assert(
      fc.property(sid, (text) => {
        const bytes = sidToBytes(text);

        assert.throws(() => sidFromBytes(bytes.subarray(1)), RangeError);
        assert.throws(() => sidFromBytes(Buffer.concat([bytes, Buffer.alloc(1)])), RangeError);
      }),
    );
  });
});

describe('immutable ids', () => {
  it('are base64 of the sixteen bytes', () => {
    fc.assert(
      fc.property(sixteenBytes, (bytes) => {
        const text = immutableIdFromBytes(bytes);

        assert.deepEqual(immutableIdToBytes(text), bytes);
        assert.equal(isImmutableId(text), true);
      }),
    );
  });

  it('are refused when they are another kind of text', () => {
    for (const text of [
      '',
      'employee-4711',
      'AAAAAAAAAAAAAAAAAAAAAA',
      'AAAAAAAAAAAAAAAAAAAAAB==',
      'AAAAAAAAAAAAAAAAAAAAAA==AA',
    ]) {
      assert.equal(isImmutableId(text), false, text);
      assert.throws(() => immutableIdToBytes(text), RangeError, text);
    }
    assert.throws(() => immutableIdFromBytes(Buffer.alloc(17)), RangeError);
  });
});
