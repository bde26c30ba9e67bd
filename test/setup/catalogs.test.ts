import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CatalogId, GroupId, UserId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import { type CatalogWorld, catalogWorld, groupOf, newForm } from '../support/catalog-world.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf } from '../support/setup-world.ts';

const gina = UserId.parse('aaaaaaaa-0000-4000-8000-000000000006');
const nobody = UserId.parse('aaaaaaaa-0000-4000-8000-00000000dead');
const noCatalog = CatalogId.parse('cccccccc-0000-4000-8000-00000000dead');

async function namesFor(world: CatalogWorld, person: Person, name?: string): Promise<string[]> {
  const { entries } = await world.catalogs.list(actorOf(person), name);
  return entries.map(({ catalog }) => catalog.displayName);
}

function wishFor(
  displayName: string,
  formId = newForm(),
): {
  formId: string;
  displayName: string;
  description: string;
} {
  return { formId, displayName, description: 'For a test' };
}

async function roleOf(world: CatalogWorld, person: Person): Promise<string[]> {
  const { roles } = await world.catalogs.open(actorOf(amir), world.finance.id);
  return roles.filter(({ holder }) => holder.id === person.id).map(({ role }) => role);
}

async function assignmentOf(world: CatalogWorld, person: Person) {
  const { roles } = await world.catalogs.open(actorOf(amir), world.finance.id);
  return roles.find(({ holder }) => holder.id === person.id)?.id ?? assert.fail('holds nothing');
}

describe('the list of catalogs', () => {
  it('shows administrators all of them, with what they hold and who looks after them', async () => {
    await using world = await catalogWorld();

    const list = await world.catalogs.list(actorOf(amir));

    assert.deepEqual(
      list.entries.map(({ catalog, resources, packages, roles }) => [
        catalog.displayName,
        resources,
        packages,
        roles.map(({ role, holder }) => `${role} ${holder.displayName}`),
      ]),
      [
        ['General', 0, 0, []],
        ['Finance', 1, 1, ['catalog-owner Ada Approver', 'access-package-manager Ben Okafor']],
      ],
    );
    assert.deepEqual([list.hidden, list.mayCreate], [0, true]);
  });

  it('shows owners and access package managers theirs, and strangers none', async () => {
    await using world = await catalogWorld();

    assert.deepEqual(await namesFor(world, ada), ['Finance']);
    assert.deepEqual(await namesFor(world, ben), ['Finance']);
    assert.deepEqual(await namesFor(world, rita), []);
    assert.equal((await world.catalogs.list(actorOf(ada))).mayCreate, false);
  });

  it('shows members of a group what the group looks after', async () => {
    await using world = await catalogWorld();
    const { catalogManagement } = world.setup.graph;
    const [general] = await catalogManagement.listCatalogs(1);
    assert.equal(general?.displayName, 'General');
    const approvers = UserId.parse(groupOf('Finance Approvers'));
    await catalogManagement.assignRole(general.id, 'access-package-manager', approvers);

    assert.deepEqual(await namesFor(world, ada), ['General', 'Finance']);
    assert.deepEqual(await namesFor(world, paul), []);
  });

  it('shows those whose names begin as was typed', async () => {
    await using world = await catalogWorld();

    assert.deepEqual(await namesFor(world, amir, 'fIN'), ['Finance']);
    assert.deepEqual(await namesFor(world, amir, 'x'), []);
  });
});

describe('a catalog', () => {
  it('shows its groups with their writeback, its packages and what the reader may do', async () => {
    await using world = await catalogWorld();

    const view = await world.catalogs.open(actorOf(ada), world.finance.id);

    assert.deepEqual(
      view.groups.map(({ displayName, writeback }) => [displayName, writeback]),
      [['Finance Reports', 'on']],
    );
    assert.deepEqual(
      view.packages.map(({ displayName }) => displayName),
      ['Finance Reports access'],
    );
    assert.deepEqual(view.options, ['add-group', 'delegate', 'take-back']);
    const managers = await world.catalogs.open(actorOf(ben), world.finance.id);
    assert.deepEqual(managers.options, []);
  });

  it('does not exist for strangers, as one that does not exist', async () => {
    await using world = await catalogWorld();

    const refused = { code: 'catalog-not-found' };
    await assert.rejects(world.catalogs.open(actorOf(rita), world.finance.id), refused);
    await assert.rejects(world.catalogs.open(actorOf(amir), noCatalog), refused);
  });
});

describe('creating a catalog', () => {
  it('makes it once, however often the form is sent', async () => {
    await using world = await catalogWorld();
    const wish = wishFor(' Marketing ');

    const [one, two] = await Promise.all([
      world.catalogs.create(actorOf(amir), wish),
      world.catalogs.create(actorOf(amir), wish),
    ]);

    assert.deepEqual([one.displayName, two.id], ['Marketing', one.id]);
    assert.equal(world.writes().length, 1);
    assert.deepEqual(world.audit.lines(), ['create-catalog begun', 'create-catalog done']);
    assert.equal(world.audit.events[0]?.by, amir.id);
  });

  it('refuses a name that is taken, whatever its case, also of two at the same time', async () => {
    await using world = await catalogWorld();

    const taken = { code: 'catalog-name-taken', detail: 'finance' };
    await assert.rejects(world.catalogs.create(actorOf(amir), wishFor('finance')), taken);
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map(() => world.catalogs.create(actorOf(amir), wishFor('Marketing'))),
    );
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected'],
    );
  });

  it('waits until others would find it, so that a second one of the name is refused', async () => {
    let hiddenLooks = 0;
    await using world = await catalogWorld({
      speed: 1000,
      around: (catalogs) => ({
        ...catalogs,
        createCatalog: (...wish) => {
          hiddenLooks = 3;
          return catalogs.createCatalog(...wish);
        },
        findCatalog: async (displayName) => {
          const found = await catalogs.findCatalog(displayName);
          hiddenLooks -= 1;
          return hiddenLooks >= 0 ? undefined : found;
        },
      }),
    });

    await world.catalogs.create(actorOf(amir), wishFor('Marketing'));

    await assert.rejects(world.catalogs.create(actorOf(amir), wishFor('Marketing')), {
      code: 'catalog-name-taken',
    });
  });

  it('recognises its own after a crash between the creation and its record', async () => {
    await using world = await catalogWorld();
    const wish = wishFor('Marketing');
    const made = await world.catalogs.create(actorOf(amir), wish);
    const done = world.audit.events.pop();
    assert.equal(done?.outcome.kind, 'done');

    const again = await world.catalogs.create(actorOf(amir), wish);

    assert.equal(again.id, made.id);
    assert.equal(world.writes().length, 1);
  });

  it('is for administrators', async () => {
    await using world = await catalogWorld();

    await assert.rejects(world.catalogs.create(actorOf(ada), wishFor('Marketing')), {
      code: 'not-allowed',
    });
    assert.deepEqual([world.writes(), world.audit.lines()], [[], []]);
  });

  for (const { displayName, description = '', detail } of [
    { displayName: ' ', detail: 'catalog-name-missing' },
    { displayName: 'x'.repeat(121), detail: 'catalog-name-too-long' },
    { displayName: 'a\u0000b', detail: 'catalog-name-not-showable' },
    { displayName: 'a', description: 'x'.repeat(501), detail: 'catalog-description-too-long' },
  ]) {
    it(`refuses a form with ${detail}`, async () => {
      await using world = await catalogWorld();
      const wish = { formId: newForm(), displayName, description };

      await assert.rejects(world.catalogs.create(actorOf(amir), wish), {
        code: 'input-not-valid',
        detail,
      });
      assert.deepEqual(world.writes(), []);
    });
  }
});

describe('adding a group to a catalog', () => {
  it('makes it a resource, and changes nothing the second time', async () => {
    await using world = await catalogWorld();
    const { id: catalogId } = world.finance;
    const groupId = groupOf('Finance Servers');

    const first = await world.catalogs.addGroup(actorOf(amir), {
      formId: newForm(),
      catalogId,
      groupId,
    });
    const second = await world.catalogs.addGroup(actorOf(amir), {
      formId: newForm(),
      catalogId,
      groupId,
    });

    assert.deepEqual([first.changed, second.changed], [true, false]);
    const { groups } = await world.catalogs.open(actorOf(ben), catalogId);
    assert.deepEqual(
      groups.map(({ displayName }) => displayName),
      ['Finance Reports', 'Finance Servers'],
    );
    assert.deepEqual(world.audit.lines(), ['add-group begun', 'add-group done']);
  });

  for (const { name, code } of [
    { name: 'Finance Dynamic', code: 'group-is-dynamic' },
    { name: 'Finance Legacy', code: 'group-is-synced' },
    { name: 'Finance Role Holders', code: 'group-is-role-assignable' },
    { name: 'Finance News', code: 'group-is-distribution' },
  ]) {
    it(`refuses ${name}, as the procedure does`, async () => {
      await using world = await catalogWorld();
      const wish = { formId: newForm(), catalogId: world.finance.id, groupId: groupOf(name) };

      await assert.rejects(world.catalogs.addGroup(actorOf(amir), wish), { code });
      assert.deepEqual(world.writes(), []);
    });
  }

  it('says of a group made a moment ago that it is not visible yet, and records that', async () => {
    await using world = await catalogWorld({ lags: { entitlementGroup: 3_600_000 } });
    const { directory } = world.setup.graph;
    const uniqueName = 'writeback-wb-7k3f2q9x';
    const mailNickname = 'ledger';
    const wanted = { uniqueName, displayName: 'Ledger', mailNickname, description: 'New' };
    await directory.createGroupOnce({ ...wanted, ownerId: ada.id });
    const group = await directory.findGroupByUniqueName(uniqueName);
    assert.ok(group);
    const wish = { formId: newForm(), catalogId: world.finance.id, groupId: group.id };

    await assert.rejects(world.catalogs.addGroup(actorOf(ada), wish), { code: 'not-visible-yet' });
    assert.deepEqual(world.audit.events.at(-1)?.outcome, {
      kind: 'refused',
      code: 'not-visible-yet',
    });
  });

  it('refuses a group that is not there', async () => {
    await using world = await catalogWorld();
    const groupId = GroupId.parse(nobody);
    const wish = { formId: newForm(), catalogId: world.finance.id, groupId };

    await assert.rejects(world.catalogs.addGroup(actorOf(amir), wish), { code: 'group-not-found' });
  });

  it('lets owners add groups of their own and no others, and managers none', async () => {
    await using world = await catalogWorld();
    const { directory } = world.setup.graph;
    await directory.createGroupOnce({
      uniqueName: 'writeback-wb-7k3f2q9x',
      displayName: 'Ledger',
      mailNickname: 'ledger',
      description: 'Of Ada',
      ownerId: ada.id,
    });
    const own = await directory.findGroupByUniqueName('writeback-wb-7k3f2q9x');
    assert.ok(own);
    const { id: catalogId } = world.finance;
    const wish = { formId: newForm(), catalogId, groupId: own.id };

    await assert.rejects(world.catalogs.addGroup(actorOf(ben), wish), { code: 'not-allowed' });
    await assert.rejects(world.catalogs.addGroup(actorOf(rita), wish), {
      code: 'catalog-not-found',
    });
    const others = { ...wish, groupId: groupOf('Finance Systems') };
    await assert.rejects(world.catalogs.addGroup(actorOf(ada), others), {
      code: 'group-not-owned',
    });
    assert.equal((await world.catalogs.addGroup(actorOf(ada), wish)).changed, true);
  });
});

describe('delegating a catalog', () => {
  it('gives the role once, and puts on record who gave it', async () => {
    await using world = await catalogWorld();
    const { id: catalogId } = world.finance;
    const role = 'access-package-manager';
    const wish = { formId: newForm(), catalogId, role, userId: rita.id } as const;

    const preview = await world.catalogs.previewDelegation(actorOf(ada), {
      catalogId,
      role,
      person: 'rita@contoso.test',
    });
    const [one, two] = await Promise.all([
      world.catalogs.delegate(actorOf(ada), wish),
      world.catalogs.delegate(actorOf(ada), wish),
    ]);

    assert.deepEqual([preview.person.id, preview.isHeld], [rita.id, false]);
    assert.deepEqual([one.isHeld, two.isHeld], [false, true]);
    assert.deepEqual(await roleOf(world, rita), [role]);
    assert.deepEqual(await namesFor(world, rita), ['Finance']);
    assert.deepEqual(
      world.audit.events.map(({ by, act, outcome }) => [by, act, outcome.kind]),
      ['begun', 'done'].map((kind) => [
        ada.id,
        { kind: 'assign-role', catalogId, role, userId: rita.id },
        kind,
      ]),
    );
  });

  for (const { person, code } of [
    { person: 'nobody@contoso.test', code: 'user-not-found' },
    { person: nobody, code: 'user-not-found' },
    { person: gina, code: 'user-is-guest' },
  ]) {
    it(`refuses ${person}: ${code}`, async () => {
      await using world = await catalogWorld();
      const wish = { catalogId: world.finance.id, role: 'catalog-owner', person } as const;

      await assert.rejects(world.catalogs.previewDelegation(actorOf(amir), wish), { code });
    });
  }

  it('is for owners of this catalog and administrators', async () => {
    await using world = await catalogWorld();
    const { catalogManagement } = world.setup.graph;
    const other = await world.catalogs.create(actorOf(amir), wishFor('Marketing'));
    await catalogManagement.assignRole(other.id, 'catalog-owner', rita.id);
    const wish = {
      formId: newForm(),
      catalogId: world.finance.id,
      role: 'catalog-owner',
      userId: rita.id,
    } as const;

    await assert.rejects(world.catalogs.delegate(actorOf(ben), wish), { code: 'not-allowed' });
    await assert.rejects(world.catalogs.delegate(actorOf(rita), wish), {
      code: 'catalog-not-found',
    });
    assert.deepEqual(await roleOf(world, rita), []);
    assert.equal((await world.catalogs.delegate(actorOf(amir), wish)).isHeld, false);
  });
});

describe('taking back a role', () => {
  it('takes it once, and puts it on record', async () => {
    await using world = await catalogWorld();
    const { id: catalogId } = world.finance;
    const wish = { formId: newForm(), catalogId, assignmentId: await assignmentOf(world, ben) };

    const done = await world.catalogs.takeBack(actorOf(ada), wish);
    const again = await world.catalogs.takeBack(actorOf(ada), wish);

    assert.equal(done?.assignment.holder.displayName, 'Ben Okafor');
    assert.equal(again, undefined);
    assert.deepEqual(await namesFor(world, ben), []);
    assert.deepEqual(world.audit.lines(), ['remove-role begun', 'remove-role done']);
  });

  it('leaves no catalog without an owner, unless an administrator means it', async () => {
    await using world = await catalogWorld();
    const { id: catalogId } = world.finance;
    const wish = { formId: newForm(), catalogId, assignmentId: await assignmentOf(world, ada) };

    const refused = { code: 'catalog-last-owner' };
    await assert.rejects(world.catalogs.previewTakeBack(actorOf(ada), wish), refused);
    await assert.rejects(world.catalogs.takeBack(actorOf(ada), wish), refused);
    const preview = await world.catalogs.previewTakeBack(actorOf(amir), wish);
    assert.equal(preview?.isLastOwner, true);
    await world.catalogs.takeBack(actorOf(amir), wish);
    assert.deepEqual(await roleOf(world, ada), []);
  });

  it('lets one of two owners stay who take each other back at the same time', async () => {
    await using world = await catalogWorld();
    const { id: catalogId } = world.finance;
    await world.catalogs.delegate(actorOf(amir), {
      formId: newForm(),
      catalogId,
      role: 'catalog-owner',
      userId: rita.id,
    });
    const [hers, adas] = [await assignmentOf(world, rita), await assignmentOf(world, ada)];

    const results = await Promise.allSettled([
      world.catalogs.takeBack(actorOf(ada), { formId: newForm(), catalogId, assignmentId: hers }),
      world.catalogs.takeBack(actorOf(rita), { formId: newForm(), catalogId, assignmentId: adas }),
    ]);

    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.deepEqual(await roleOf(world, ada), ['catalog-owner']);
  });

  it('touches no role of another catalog', async () => {
    await using world = await catalogWorld();
    const { catalogManagement } = world.setup.graph;
    const other = await world.catalogs.create(actorOf(amir), wishFor('Marketing'));
    const assignmentId = await catalogManagement.assignRole(other.id, 'catalog-owner', paul.id);
    const wish = { formId: newForm(), catalogId: world.finance.id, assignmentId };

    assert.equal(await world.catalogs.takeBack(actorOf(ada), wish), undefined);
    const [held] = await catalogManagement.listRoleAssignments(other.id);
    assert.equal(held?.holder.id, paul.id);
  });

  it('is not for access package managers', async () => {
    await using world = await catalogWorld();
    const assignmentId = await assignmentOf(world, ada);
    const wish = { formId: newForm(), catalogId: world.finance.id, assignmentId };

    await assert.rejects(world.catalogs.takeBack(actorOf(ben), wish), { code: 'not-allowed' });
    assert.deepEqual(world.writes(), []);
  });
});
