import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type CatalogAction,
  type CatalogStanding,
  catalogOptions,
  findCatalogRefusal,
} from '../../src/domain/catalog-authority.ts';

const standings = fc.uniqueArray(
  fc.constantFrom<CatalogStanding>('administrator', 'catalog-owner', 'access-package-manager'),
);
const changes: fc.Arbitrary<CatalogAction> = fc.oneof(
  fc.record({ kind: fc.constant('add-group' as const), ownsGroup: fc.boolean() }),
  fc.constant({ kind: 'delegate' as const }),
  fc.record({ kind: fc.constant('take-back' as const), isLastOwner: fc.boolean() }),
);
const actions: fc.Arbitrary<CatalogAction> = fc.oneof(
  changes,
  fc.constant({ kind: 'see' as const }),
  fc.constant({ kind: 'create' as const }),
);

describe('who may do what with a catalog', () => {
  it('permits everything to administrators and nothing to strangers', () => {
    fc.assert(
      fc.property(standings, actions, (held, action) => {
        assert.equal(findCatalogRefusal([...held, 'administrator'], action), undefined);
        assert.notEqual(findCatalogRefusal([], action), undefined);
      }),
    );
  });

  it('tells a stranger of a catalog that there is none', () => {
    fc.assert(
      fc.property(changes, (action) => {
        assert.equal(findCatalogRefusal([], action), 'catalog-not-found');
      }),
    );
    assert.equal(findCatalogRefusal([], { kind: 'see' }), 'catalog-not-found');
  });

  it('permits changes to owners alone, and never what leaves a catalog without one', () => {
    fc.assert(
      fc.property(standings, changes, (held, action) => {
        fc.pre(!held.includes('administrator'));
        const isPermitted = findCatalogRefusal(held, action) === undefined;
        const isHarmless =
          (action.kind !== 'take-back' || !action.isLastOwner) &&
          (action.kind !== 'add-group' || action.ownsGroup);
        assert.equal(isPermitted, held.includes('catalog-owner') && isHarmless);
      }),
    );
  });

  it('permits new catalogs to administrators alone', () => {
    fc.assert(
      fc.property(standings, (held) => {
        const refusal = findCatalogRefusal(held, { kind: 'create' });
        assert.equal(refusal === undefined, held.includes('administrator'));
      }),
    );
  });

  it('gives nobody less for holding one more role', () => {
    fc.assert(
      fc.property(standings, standings, actions, (held, more, action) => {
        fc.pre(findCatalogRefusal(held, action) === undefined);
        assert.equal(findCatalogRefusal([...held, ...more], action), undefined);
      }),
    );
  });

  it('offers what some fact could permit', () => {
    assert.deepEqual(catalogOptions(['administrator']), ['add-group', 'delegate', 'take-back']);
    assert.deepEqual(catalogOptions(['catalog-owner']), ['add-group', 'delegate', 'take-back']);
    assert.deepEqual(catalogOptions(['access-package-manager']), []);
    assert.deepEqual(catalogOptions([]), []);
  });
});
