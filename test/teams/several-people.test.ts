import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Actor } from '../../src/domain/person.ts';
import { Problem } from '../../src/domain/problem.ts';
import type { BatchUseCases, BatchWish } from '../../src/setup/batches/batch-use-cases.ts';
import { wordsFor } from '../../src/teams/words/choose.ts';
import { lintCard } from '../support/card-lint.ts';
import { noLists } from '../support/no-lists.ts';
import { ada, amir, ben, paul, requestIn, rita } from '../support/requests.ts';
import { startTeamsWorld, type TeamsWorld, wordsOf } from '../support/teams-world.ts';

const { form } = wordsFor('en');
const formId = 'ffffffff-0000-4000-8000-000000000001';
const group = 'bbbbbbbb-0000-4000-8000-000000000001';
const filled = { formId, group, reason: 'Audit', duration: '30', ticket: 'INC1' };
const three = { person: `${ben.id},${ada.id}`, personName: 'nora@contoso.test; \n' };

interface WorldWithLists extends AsyncDisposable {
  readonly world: TeamsWorld;
  readonly started: readonly (BatchWish & { readonly by: string })[];
}

/** A world in which lists are noted and refused, and in which people have names. */
async function worldWithLists(lists: Partial<BatchUseCases> = {}): Promise<WorldWithLists> {
  const started: (BatchWish & { by: string })[] = [];
  const useCases: BatchUseCases = {
    ...noLists.useCases,
    async start(actor: Actor, wish: BatchWish) {
      started.push({ ...wish, by: actor.id });
      throw new Problem('graph-unreachable', { detail: 'as asked' });
    },
    namesOf: async (people) =>
      new Map([ben, ada, paul].filter(({ id }) => people.includes(id)).map(toEntry)),
    ...lists,
  };
  const world = await startTeamsWorld({ lists: { ...noLists, useCases } });
  return { world, started, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

function toEntry({ id, displayName }: typeof ben): readonly [string, string] {
  return [id, displayName];
}

describe('several people on the request form', () => {
  it('become the lines of one list, with the group, the days and what was said', async () => {
    await using lists = await worldWithLists();
    const { world, started } = lists;

    await world.click(rita, { verb: 'submit-request', data: { ...filled, ...three } });

    const common = { group, duration: '30', days: 30 };
    assert.deepEqual(started, [
      {
        by: rita.id,
        formId: `${rita.id}/${formId}`,
        reason: 'Audit',
        ticket: 'INC1',
        rows: [
          { row: 1, who: ben.id, ...common },
          { row: 2, who: ada.id, ...common },
          { row: 3, who: 'nora@contoso.test', ...common },
        ],
      },
    ]);
    assert.deepEqual(world.useCases.wishes, []);
  });

  it('keep the lines in which they were typed, those named twice too', async () => {
    await using lists = await worldWithLists();
    const { world, started } = lists;
    const personName = 'nobody@contoso.test\n\nrita@contoso.test\nRITA@contoso.test; ben@x\r\nada';

    await world.click(rita, {
      verb: 'submit-request',
      data: { ...filled, person: ada.id, personName },
    });

    assert.deepEqual(
      started[0]?.rows.map(({ row, who }) => [row, who]),
      [
        [1, ada.id],
        [2, 'nobody@contoso.test'],
        [4, 'rita@contoso.test'],
        [5, 'RITA@contoso.test'],
        [6, 'ben@x'],
        [7, 'ada'],
      ],
    );
  });

  it('all stay on the form with their names when it comes back', async () => {
    await using lists = await worldWithLists();
    const { world } = lists;

    const answer = await world.click(rita, {
      verb: 'submit-request',
      data: { ...filled, ...three },
    });

    const words = wordsOf(answer.value).replaceAll(/[\u2066-\u2069]/g, '');
    assert.ok(words.includes(`"value":"${ben.id},${ada.id}"`), words);
    assert.ok(words.includes(`{"title":"Ben Okafor","value":"${ben.id}"}`), words);
    assert.ok(words.includes(`{"title":"Ada Approver","value":"${ada.id}"}`), words);
    assert.match(words, /nora@contoso\.test/);
    assert.deepEqual(lintCard(answer.value), []);
  });

  it('stay chosen without a name when nobody can say it', async () => {
    await using lists = await worldWithLists({
      namesOf: () => Promise.reject(new Problem('graph-unreachable', { detail: 'as asked' })),
    });
    const { world } = lists;

    const answer = await world.click(rita, {
      verb: 'submit-request',
      data: { ...filled, ...three },
    });

    assert.equal(wordsOf(answer.value).split(form.chosenPerson).length - 1, 2);
  });

  for (const { title, data } of [
    { title: 'somebody picked', data: { person: `${ben.id},` } },
    { title: 'somebody picked twice', data: { person: `${ben.id},${ben.id.toUpperCase()}` } },
    { title: 'somebody typed', data: { personName: `${ben.id};\n` } },
  ]) {
    it(`is a plain request for ${title} alone`, async () => {
      await using lists = await worldWithLists();
      const { world, started } = lists;

      await world.click(rita, { verb: 'submit-request', data: { ...filled, ...data } });

      assert.deepEqual(started, []);
      assert.deepEqual(
        world.useCases.wishes.map(({ beneficiary }) => beneficiary),
        [ben.id],
      );
    });
  }

  it('are told who decides about whom, the same way once', async () => {
    const { approval } = requestIn('awaiting-approval');
    const [stage] = approval.route.stages;
    assert.ok(stage);
    const shown = {
      kind: 'route' as const,
      plan: requestIn('awaiting-approval').plan,
      reasonRule: undefined,
      ticketRule: undefined,
      maximumDays: undefined,
      breakGlassHours: 8,
    };
    const onlyPaul = { ...stage, approvers: stage.approvers.slice(1) };
    await using lists = await worldWithLists({
      previewRoutes: async () => ({
        routes: [
          { people: ['Ben Okafor', 'Nora Nelson'], shown: { ...shown, route: approval.route } },
          {
            people: ['Ada Approver'],
            shown: { ...shown, route: { ...approval.route, stages: [onlyPaul] } },
          },
        ],
        refusals: [{ code: 'user-is-guest', subject: 'Gina Guest' }],
      }),
    });
    const { world } = lists;

    const answer = await world.click(rita, {
      verb: 'preview-route',
      data: { ...filled, ...three, reason: '' },
    });

    const words = wordsOf(answer.value).replaceAll(/[\u2066-\u2069]/g, '');
    assert.match(
      words,
      /For Ben Okafor and Nora Nelson:.*Ada Approver.*one of them.*For Ada Approver:.*Paul/,
    );
    assert.match(words, /Gina Guest is a guest/);
    assert.doesNotMatch(words, /"verb":"break-glass"/);
    assert.deepEqual(lintCard(answer.value), []);
  });

  it('cannot all take emergency access', async () => {
    await using lists = await worldWithLists();
    const { world } = lists;

    for (const verb of ['break-glass', 'confirm-break-glass']) {
      const answer = await world.click(amir, { verb, data: { ...filled, ...three } });

      assert.match(wordsOf(answer.value), /Emergency access is for one person at a time/);
    }
    assert.deepEqual(world.useCases.calls, []);
  });
});
