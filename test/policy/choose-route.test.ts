import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PolicyFacts } from '../../src/domain/approval-policy.ts';
import { findTextComplaint } from '../../src/domain/approval-policy.ts';
import { AccessPackageId, CatalogId, GroupId, UserId } from '../../src/domain/ids.ts';
import { textIn } from '../../src/domain/policy-text.ts';
import { chooseRoute } from '../../src/policy/choose-route.ts';
import { defaultPolicy } from '../../src/policy/default-policy.ts';
import { Policy } from '../../src/policy/schema.ts';
import { ada, paul, rita } from '../support/requests.ts';

const hour = 3_600_000;
const atlas = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000009');
const reports = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const catalogId = CatalogId.parse('cccccccc-0000-4000-8000-000000000001');
const packageId = AccessPackageId.parse('dddddddd-0000-4000-8000-000000000001');
const stages = [{ name: 'Approval', approvers: [{ user: ada.id }] }];

function facts(changes: Partial<PolicyFacts> = {}): PolicyFacts {
  return {
    requesterId: rita.id,
    beneficiaryId: rita.id,
    group: { id: reports, displayName: 'Finance Reports', isNew: false },
    catalog: { id: catalogId, displayName: 'Writeback' },
    accessPackage: { id: packageId, displayName: 'Reports for all' },
    isMember: async () => false,
    ...changes,
  };
}

async function ruleFor(rules: readonly unknown[], changes: Partial<PolicyFacts>): Promise<string> {
  return (await chooseRoute(Policy.parse({ rules }), facts(changes))).rule;
}

/** Whether a rule with that match comes before the one for everything. */
async function isMatch(match: unknown, changes: Partial<PolicyFacts> = {}): Promise<boolean> {
  const rules = [
    { name: 'It', match, stages },
    { name: 'Other', stages },
  ];
  return (await ruleFor(rules, changes)) === 'It';
}

describe('matching a rule', () => {
  it('knows a group by its id or by its name, and a new one by its name alone', async () => {
    const match = { group: { ids: [reports], names: ['Projects *'] } };

    assert.equal(await isMatch(match), true);
    assert.equal(
      await isMatch({ group: { ids: [reports.toUpperCase()] } }),
      true,
      'letter case of an id',
    );
    assert.equal(
      await isMatch(match, { group: { displayName: 'projects ATLAS', isNew: true } }),
      true,
    );
    assert.equal(
      await isMatch(match, { group: { displayName: 'Finance Reports', isNew: true } }),
      false,
    );
  });

  it('tells new groups from existing ones', async () => {
    assert.equal(await isMatch({ group: { kind: 'new' } }), false);
    assert.equal(await isMatch({ group: { kind: 'existing' } }), true);
    assert.equal(await isMatch({ group: { kind: 'new', ids: [reports] } }), false);
  });

  it('wants everything that is given to match', async () => {
    const right = {
      group: { names: ['Finance *'] },
      catalog: { ids: [catalogId] },
      accessPackage: { names: ['Reports*'] },
      requester: { users: [rita.id] },
    };
    const wrong = {
      group: { names: ['Sales *'] },
      catalog: { names: ['Other'] },
      accessPackage: { ids: [AccessPackageId.parse(catalogId)] },
      requester: { users: [ada.id] },
    };

    assert.equal(await isMatch(right), true);
    for (const [key, value] of Object.entries(wrong)) {
      assert.equal(await isMatch({ ...right, [key]: value }), false, key);
    }
  });

  it('matches no rule for an access package while none is chosen', async () => {
    const match = { accessPackage: { names: ['*'] } };

    assert.equal(await isMatch(match), true);
    assert.equal(await isMatch(match, { accessPackage: undefined }), false);
  });

  it('asks who is a member only where everything else matches, and about the requester', async () => {
    const asked: string[] = [];
    async function isMember(userId: UserId, groupId: GroupId): Promise<boolean> {
      asked.push(`${userId} ${groupId}`);
      return true;
    }
    const requester = { memberOf: [atlas] };

    assert.equal(await isMatch({ requester, group: { names: ['Sales'] } }, { isMember }), false);
    assert.deepEqual(asked, []);
    assert.equal(await isMatch({ requester }, { isMember, beneficiaryId: ada.id }), true);
    assert.deepEqual(asked, [`${rita.id} ${atlas}`]);
  });

  it('lets out what the directory throws, instead of going on to a weaker rule', async () => {
    async function isMember(): Promise<boolean> {
      throw new Error('not now');
    }

    await assert.rejects(isMatch({ requester: { memberOf: [atlas] } }, { isMember }), /not now/);
  });
});

describe('the route of a rule', () => {
  const defaults = {
    expiresAfter: 'P14D',
    maximumDays: 365,
    distinctApprovers: false,
    reason: { minimumLength: 5, message: 'Longer, please.' },
    reminders: {
      first: 'PT4H',
      workingHours: { from: '08:30', to: '17:00', days: ['mon', 'sun'], timeZone: 'Asia/Tokyo' },
    },
  };

  it('has the defaults where the rule says nothing', async () => {
    const policy = Policy.parse({ defaults, rules: [{ name: 'All', stages }] });

    assert.deepEqual(await chooseRoute(policy, facts()), {
      kind: 'approval',
      rule: 'All',
      stages: [
        {
          name: 'Approval',
          approvers: [{ kind: 'user', id: ada.id }],
          need: 'any',
          escalation: undefined,
        },
      ],
      distinctApprovers: false,
      expiresAfterMs: 14 * 24 * hour,
      maximumDays: 365,
      reasonRule: { minimumLength: 5, message: 'Longer, please.' },
      ticketRule: undefined,
      reminders: {
        firstAfterMs: 4 * hour,
        backOff: 2,
        atMost: 3,
        workingHours: { from: 510, to: 1020, days: [1, 7], timeZone: 'Asia/Tokyo' },
      },
      breakGlass: undefined,
    });
  });

  it('has the words of the organisation in each of the languages that they are written in', async () => {
    const name = { en: 'Owners', de: 'Eigentümer' };
    const message = { de: 'Eine Nummer, bitte.', fr: 'Un numéro, s’il vous plaît.' };
    const policy = Policy.parse({
      rules: [
        {
          name: 'All',
          stages: stages.map((stage) => ({ ...stage, name })),
          ticket: { pattern: '^CHG', message },
        },
      ],
    });

    const route = await chooseRoute(policy, facts());

    assert.ok(route.kind === 'approval' && route.ticketRule && route.stages[0]);
    const complaint = findTextComplaint(route.ticketRule, '1') ?? '';
    assert.deepEqual(
      ['de', 'fr', 'en'].map((language) => textIn(complaint, language)),
      ['Eine Nummer, bitte.', 'Un numéro, s’il vous plaît.', 'Eine Nummer, bitte.'],
    );
    assert.deepEqual(
      ['de', 'ja'].map((language) => textIn(route.stages[0]?.name ?? '', language)),
      ['Eigentümer', 'Owners'],
    );
  });

  it('has what the rule says instead, or nothing of what it takes back', async () => {
    const own = { maximumDays: 9, distinctApprovers: true, expiresAfter: 'PT90M', reason: false };
    const rules = [{ name: 'All', stages, reminders: false, ...own }];
    const route = await chooseRoute(Policy.parse({ defaults, rules }), facts());

    assert.ok(route.kind === 'approval');
    assert.deepEqual(
      [route.maximumDays, route.distinctApprovers, route.expiresAfterMs],
      [9, true, 1.5 * hour],
    );
    assert.deepEqual([route.reasonRule, route.reminders], [undefined, undefined]);
  });

  it('names each source once, with its stage, need and escalation', async () => {
    const approvers = [
      { user: ada.id },
      { user: ada.id.toUpperCase() },
      { group: atlas },
      { manager: {} },
      { catalogRole: 'catalog-owner' },
    ];
    const escalation = { after: 'P1DT1H', to: [{ catalogRole: 'access-package-manager' }] };
    const stage = { name: 'First', approvers, need: 2, escalation };
    const route = await chooseRoute(
      Policy.parse({ rules: [{ name: 'All', stages: [stage] }] }),
      facts(),
    );

    assert.ok(route.kind === 'approval');
    const [first] = route.stages;
    assert.deepEqual(
      first?.approvers.map(({ kind }) => kind),
      ['user', 'group', 'manager', 'catalog-role'],
    );
    assert.equal(first?.need, 2);
    assert.deepEqual(first?.escalation, {
      afterMs: 25 * hour,
      to: [{ kind: 'catalog-role', role: 'access-package-manager' }],
    });
  });

  it('may be a refusal in the words of the organisation', async () => {
    const policy = Policy.parse({ rules: [{ name: 'Nothing', refuse: 'Ask Amir.' }] });

    assert.deepEqual(await chooseRoute(policy, facts()), {
      kind: 'refused',
      rule: 'Nothing',
      message: 'Ask Amir.',
    });
  });

  it('lets the glass be broken only where it is on, by those it names, by rules that allow it', async () => {
    async function hoursFor(
      breakGlass: unknown,
      rule: object = {},
      isMember = async () => false,
    ): Promise<number | undefined> {
      const policy = Policy.parse({ breakGlass, rules: [{ name: 'All', stages, ...rule }] });
      const route = await chooseRoute(policy, facts({ isMember }));
      return route.kind === 'approval' ? route.breakGlass?.hours : undefined;
    }
    const on = { enabled: true, hours: 4, requesters: { users: [rita.id] } };

    assert.equal(await hoursFor(undefined), undefined);
    assert.equal(await hoursFor({ ...on, enabled: false }), undefined);
    assert.equal(await hoursFor(on), 4);
    assert.equal(await hoursFor(on, { breakGlass: false }), undefined);
    assert.equal(await hoursFor({ ...on, requesters: { users: [ada.id] } }), undefined);
    const byGroup = { ...on, requesters: { memberOf: [atlas] } };
    assert.equal(await hoursFor(byGroup), undefined);
    assert.equal(await hoursFor(byGroup, {}, async () => true), 4);
  });

  it('is, without a file, any of the approvers with reminders', async () => {
    const route = await chooseRoute(defaultPolicy([ada.id, paul.id]), facts());

    assert.ok(route.kind === 'approval');
    assert.deepEqual(
      route.stages.map(({ approvers, need }) => [approvers, need]),
      [
        [
          [
            { kind: 'user', id: ada.id },
            { kind: 'user', id: paul.id },
          ],
          'any',
        ],
      ],
    );
    assert.deepEqual(route.reminders, {
      firstAfterMs: 4 * hour,
      backOff: 2,
      atMost: 3,
      workingHours: { from: 480, to: 1080, days: [1, 2, 3, 4, 5] },
    });
    assert.deepEqual(
      [route.expiresAfterMs, route.maximumDays, route.distinctApprovers, route.breakGlass],
      [14 * 24 * hour, undefined, true, undefined],
    );
  });
});

const groupNames = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;

/** Rules by exact group name, and which of them a request for that group must find. */
const listOfRules = fc
  .array(fc.subarray([...groupNames], { minLength: 1 }), { maxLength: 6 })
  .map((lists) =>
    lists.map((names, index) => ({ name: `R${index}`, match: { group: { names } }, stages })),
  );
const wish = fc.constantFrom(...groupNames).map((displayName) => ({
  group: { displayName, isNew: true },
}));
const last = { name: 'Last', stages };

describe('a rule that refuses', () => {
  const finance = { name: 'Finance', match: { group: { names: ['Finance*'] } }, stages };
  const never = { name: 'Never', match: { group: { ids: [reports] } }, refuse: 'Never this one.' };

  it('counts wherever it stands', async () => {
    assert.equal(await ruleFor([finance, never, last], {}), 'Never');
    assert.equal(await ruleFor([never, finance, last], {}), 'Never');
    assert.equal(await ruleFor([finance, last, never], {}), 'Never');
  });

  it('counts against whatever the other rules are, in every order', async () => {
    const group = { displayName: 'Alpha', isNew: true };
    const denial = { name: 'No', match: { group: { names: ['Alpha'] } }, refuse: 'No.' };
    await fc.assert(
      fc.asyncProperty(listOfRules, fc.nat(6), async (rules, place) => {
        const all = [...rules.slice(0, place), denial, ...rules.slice(place)];

        assert.equal(await ruleFor([...all, last], { group }), 'No');
        assert.notEqual(
          await ruleFor([...all, last], { group: { ...group, displayName: 'Beta' } }),
          'No',
        );
      }),
    );
  });

  it('leaves out what it excepts', async () => {
    const except = { requester: { memberOf: [atlas] } };
    async function isMember(): Promise<boolean> {
      return true;
    }
    const rules = [{ ...never, except }, finance, last];

    assert.equal(await ruleFor(rules, {}), 'Never');
    assert.equal(await ruleFor(rules, { isMember }), 'Finance');
  });

  it('for everything is the last word only where nothing else matches', async () => {
    const nothing = { name: 'Nothing', refuse: 'Ask Amir.' };

    assert.equal(await ruleFor([finance, nothing], {}), 'Finance');
    assert.equal(
      await ruleFor([finance, nothing], { group: { displayName: 'Sales', isNew: true } }),
      'Nothing',
    );
  });

  it('is not passed over while nobody can say who is a member', async () => {
    const match = { requester: { memberOf: [atlas] } };
    async function isMember(): Promise<boolean> {
      throw new Error('not now');
    }

    await assert.rejects(
      ruleFor([finance, { name: 'Never', match, refuse: 'No.' }, last], { isMember }),
      /not now/,
    );
  });
});

describe('choosing among rules', () => {
  it('takes the first that matches', async () => {
    await fc.assert(
      fc.asyncProperty(listOfRules, wish, async (rules, changes) => {
        const name = changes.group.displayName;
        const first = rules.find(({ match }) => match.group.names.includes(name));

        assert.equal(await ruleFor([...rules, last], changes), first?.name ?? 'Last');
      }),
    );
  });

  it('is not moved by a rule behind the one for everything', async () => {
    await fc.assert(
      fc.asyncProperty(listOfRules, listOfRules, wish, async (rules, more, changes) => {
        const behind = more.map((rule) => ({ ...rule, name: `behind ${rule.name}` }));

        assert.equal(
          await ruleFor([...rules, last, ...behind], changes),
          await ruleFor([...rules, last], changes),
        );
      }),
    );
  });

  it('does not depend on the order of rules of which at most one matches', async () => {
    const unrelated = fc
      .shuffledSubarray([...groupNames])
      .map((names) => names.map((name) => ({ name, match: { group: { names: [name] } }, stages })));

    await fc.assert(
      fc.asyncProperty(unrelated, wish, async (rules, changes) => {
        const name = changes.group.displayName;
        const isThere = rules.some((rule) => rule.name === name);

        assert.equal(await ruleFor([...rules, last], changes), isThere ? name : 'Last');
        assert.equal(
          await ruleFor([...rules.toReversed(), last], changes),
          isThere ? name : 'Last',
        );
      }),
    );
  });

  it('gives the same for the same, whoever the beneficiary is', async () => {
    await fc.assert(
      fc.asyncProperty(listOfRules, wish, fc.uuid(), async (rules, changes, beneficiary) => {
        const other = { ...changes, beneficiaryId: UserId.parse(beneficiary) };

        assert.equal(
          await ruleFor([...rules, last], changes),
          await ruleFor([...rules, last], other),
        );
      }),
    );
  });
});
