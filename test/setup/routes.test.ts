import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RouteTemplate } from '../../src/domain/approval-policy.ts';
import type { ApproverSource } from '../../src/domain/approver-source.ts';
import { GroupId, UserId } from '../../src/domain/ids.ts';
import type { Request } from '../../src/domain/request.ts';
import type { SubmitWish } from '../../src/setup/use-cases.ts';
import { policyOf, stageOf, templateOf } from '../support/approval-policies.ts';
import { userOf } from '../support/known-approvers.ts';
import { ada, amir, ben, paul, rita } from '../support/requests.ts';
import { actorOf, type SetupWorld, setupWorld, submitted, wish } from '../support/setup-world.ts';

const guest = { id: UserId.parse('aaaaaaaa-0000-4000-8000-000000000006') };
const unknown = { id: UserId.parse('aaaaaaaa-0000-4000-8000-000000000099') };
const board = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000002');
const reports: SubmitWish['group'] = {
  kind: 'existing',
  id: GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001'),
};

function worldWith(template: RouteTemplate): Promise<SetupWorld> {
  return setupWorld({ policy: policyOf(template) });
}

async function refusalsOf(
  world: SetupWorld,
  changes: Partial<SubmitWish> = {},
): Promise<readonly (readonly [string, string])[]> {
  const result = await world.useCases.submit(actorOf(rita), wish(changes));
  return result.kind === 'refused'
    ? result.refusals.map(({ code, subject }) => [code, subject] as const)
    : [];
}

function asked({ approval }: Request): readonly (readonly [string, string])[] {
  return approval.route.stages.flatMap(({ approvers }) =>
    approvers.map(({ person, because }) => [person.displayName, because.kind] as const),
  );
}

function from(...approvers: readonly ApproverSource[]): RouteTemplate {
  return templateOf([stageOf([], { approvers })]);
}

describe('the route of a request', () => {
  it('is copied from the rule, with people in place of sources', async () => {
    const hour = 3_600_000;
    await using world = await worldWith(
      templateOf([stageOf([ada], { name: 'Owner' }), stageOf([paul, amir], { need: 'all' })], {
        rule: 'Finance',
        distinctApprovers: true,
        expiresAfterMs: 48 * hour,
      }),
    );

    const { approval, approvers } = await submitted(world);

    assert.deepEqual(
      approval.route.stages.map(({ name, need }) => [name, need]),
      [
        ['Owner', 1],
        ['Approval', 2],
      ],
    );
    assert.equal(approval.route.rule, 'Finance');
    assert.equal(approval.expiresAt?.getTime(), approval.stageSince.getTime() + 48 * hour);
    assert.deepEqual(
      approvers.map(({ id }) => id),
      [ada.id],
    );
    assert.match(approval.planHash, /^[\w-]{43}$/);
  });

  it('never asks a party, a guest, a disabled or an unknown account', async () => {
    await using world = await worldWith(templateOf([stageOf([rita, ben, guest, unknown, ada])]));

    const request = await submitted(world, { beneficiary: ben.id });

    assert.deepEqual(asked(request), [['Ada Approver', 'named']]);
  });

  it("asks the beneficiary's manager, and somebody else where there is none who can decide", async () => {
    const source = { kind: 'manager', fallback: [paul.id] } as const;
    await using world = await worldWith(from(source));
    const { managers } = world.approverDirectory;

    managers.set(ben.id, userOf(ada));
    managers.set(rita.id, userOf(amir));
    const managed = await submitted(world, { beneficiary: ben.id });
    managers.set(rita.id, userOf(amir, { accountEnabled: false }));
    const unmanaged = await submitted(world);

    assert.deepEqual(asked(managed), [['Ada Approver', 'manager']]);
    assert.deepEqual(asked(unmanaged), [['Paul Prüfer', 'manager-fallback']]);
  });

  it('asks members of a group and holders of a catalog role, each once', async () => {
    await using world = await worldWith(
      from({ kind: 'group', id: board }, { kind: 'catalog-role', role: 'catalog-owner' }),
    );
    const users = [userOf(ada), userOf(rita), userOf(paul, { accountEnabled: false })];
    world.approverDirectory.groups.set(board, { groupName: 'Board', users });
    world.approverDirectory.roles.set('catalog-owner', [userOf(ada), userOf(amir)]);
    const [offer] = await world.useCases.offerAccessPackages('Finance Rep');

    const request = await submitted(world, { group: reports, accessPackageId: offer?.id });

    assert.deepEqual(asked(request), [
      ['Ada Approver', 'group-member'],
      ['Amir Admin', 'catalog-owner'],
    ]);
  });

  it('leaves those out of an escalation who are asked anyway', async () => {
    const to = [ada, amir].map(({ id }) => ({ kind: 'user' as const, id }));
    await using world = await worldWith(
      templateOf([stageOf([ada], { escalation: { afterMs: 1000, to } })]),
    );

    const { approval } = await submitted(world);

    assert.deepEqual(
      approval.route.stages[0]?.escalation?.approvers.map(({ person }) => person.id),
      [amir.id],
    );
  });

  const lacking: readonly [string, RouteTemplate, string][] = [
    [
      'nobody at all',
      templateOf([stageOf([ada]), stageOf([rita], { name: 'Security' })]),
      'Security',
    ],
    ['all of nobody', templateOf([stageOf([rita], { need: 'all' })]), 'Approval'],
    ['fewer than it needs', templateOf([stageOf([ada, rita], { need: 2 })]), 'Approval'],
    ['no group of that id', from({ kind: 'group', id: board }), 'Approval'],
    [
      'only people of an earlier stage, where they must be different',
      templateOf([stageOf([ada]), stageOf([ada], { name: 'Second' })], { distinctApprovers: true }),
      'Second',
    ],
  ];
  for (const [what, template, stage] of lacking) {
    it(`is refused, naming the stage, when that has ${what}`, async () => {
      await using world = await worldWith(template);

      assert.deepEqual(await refusalsOf(world), [['nobody-can-approve', stage]]);
      assert.deepEqual(world.requests.work, []);
    });
  }
});

describe('the words and the duration that a rule wants', () => {
  const strict = templateOf([stageOf([ada])], {
    reasonRule: { minimumLength: 20, message: 'Tell us which report it is for.' },
    ticketRule: { pattern: '^INC\\d{6}$', message: 'We need an incident number.' },
    maximumDays: 30,
  });

  it('are refused with the words of the organisation, all at once', async () => {
    await using world = await worldWith(strict);

    assert.deepEqual(await refusalsOf(world, { reason: 'Because', days: 31, ticket: 'INC1' }), [
      ['reason-not-accepted', 'Tell us which report it is for.'],
      ['ticket-not-accepted', 'We need an incident number.'],
      ['duration-too-long', '30'],
    ]);
    assert.deepEqual(
      (await refusalsOf(world, { reason: 'For the month-end closing report' })).map(
        ([code]) => code,
      ),
      ['ticket-not-accepted', 'duration-too-long'],
    );
  });

  it('are kept on the request when they are right', async () => {
    await using world = await worldWith(strict);

    const request = await submitted(world, {
      reason: 'For the month-end closing report',
      ticket: ' INC123456 ',
      days: 30,
    });

    assert.equal(request.ticket, 'INC123456');
  });

  it('can refuse a request altogether', async () => {
    const message = 'Treasury groups are given by the treasurer.';
    await using world = await worldWith({ kind: 'refused', rule: 'Treasury', message });

    assert.deepEqual(await refusalsOf(world), [['refused-by-policy', message]]);
  });
});

describe('the preview of a route', () => {
  it('says who would be asked and what the rule wants, and stores nothing', async () => {
    const ticketRule = { pattern: '^INC', message: 'An incident number.' };
    await using world = await worldWith(templateOf([stageOf([ada])], { ticketRule }));
    const { group } = wish();

    const preview = await world.useCases.previewRoute(actorOf(rita), { group });

    assert.ok(preview.kind === 'route');
    assert.equal(preview.route.stages[0]?.approvers[0]?.person.id, ada.id);
    assert.equal(preview.ticketRule, 'An incident number.');
    assert.deepEqual(await world.useCases.listMine(actorOf(rita)), []);
  });

  it('says so when nobody can approve', async () => {
    await using world = await worldWith(templateOf([stageOf([rita])]));
    const { group } = wish();

    const preview = await world.useCases.previewRoute(actorOf(rita), { group });

    assert.deepEqual(preview, {
      kind: 'refused',
      refusals: [{ code: 'nobody-can-approve', subject: 'Approval' }],
    });
  });
});
