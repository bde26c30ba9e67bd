import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slipsBetween } from '../../src/domain/slips.ts';
import { nearCommand } from '../../src/teams/near-command.ts';

const status = { said: 'status', name: 'status', takesArgument: true };
const statut = { said: 'statut', name: 'status', takesArgument: true };
const stands = { said: 'statua', name: 'statue', takesArgument: false };

describe('slips between two words', () => {
  for (const [one, other, slips] of [
    ['help', 'help', 0],
    ['hepl', 'help', 1],
    ['hlp', 'help', 1],
    ['helpp', 'help', 1],
    ['halp', 'help', 1],
    ['', 'help', 4],
    ['kitten', 'sitting', 3],
  ] as const) {
    it(`are ${slips} from "${one}" to "${other}"`, () => {
      assert.equal(slipsBetween(one, other), slips);
      assert.equal(slipsBetween(other, one), slips);
    });
  }
});

describe('a command that was nearly typed', () => {
  it('is the nearest, whatever else is near', () => {
    assert.equal(nearCommand([status, stands], 'statsu WB-7K3F2Q9X'), 'status WB-7K3F2Q9X');
  });

  it('is none between two different ones', () => {
    assert.equal(nearCommand([status, statut], 'statux'), 'status');
    assert.equal(nearCommand([status, stands], 'statux'), undefined);
  });

  it('is none of what is far from all, short, or long', () => {
    assert.equal(nearCommand([status], 'thanks'), undefined);
    assert.equal(nearCommand([{ ...status, said: 'why' }], 'who'), undefined);
    assert.equal(nearCommand([status], `statsu ${'x'.repeat(300)}`), undefined);
  });
});
