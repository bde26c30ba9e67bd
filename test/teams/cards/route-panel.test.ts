import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestForm } from '../../../src/teams/cards/request-form.ts';
import { routePanel, routesPanel } from '../../../src/teams/cards/route-panel.ts';
import { wordsFor } from '../../../src/teams/words/choose.ts';
import { fixedRequest } from '../../support/fixed-request.ts';
import { ada, amir, rita } from '../../support/requests.ts';

const { approval, plan } = fixedRequest('awaiting-approval');
const shown = {
  route: approval.route,
  plan,
  reasonRule: undefined,
  ticketRule: undefined,
  maximumDays: undefined,
  breakGlassHours: undefined,
};

function plain(panel: unknown): string {
  return JSON.stringify(panel).replaceAll(/[\u2068\u2069]/g, '');
}

describe('"Who decides?" on the form', () => {
  it('shows exactly what would be changed, before anything is sent', () => {
    const panel = plain(routePanel(wordsFor('en'), shown, 'form'));

    for (const part of [
      'What will change',
      'not decided so far, to be switched on',
      'Universal security group',
      'OU=Writeback',
      'Writeback, to be created',
      'Finance Reports \\\\(written back\\\\), to be created',
    ]) {
      assert.ok(panel.includes(part), `${part} in ${panel}`);
    }
  });

  it('names the owner of a group that would be created', () => {
    const group = {
      action: 'create',
      displayName: 'Quarter Close',
      mailNickname: 'quarter-close',
      owner: rita,
    } as const;
    const panel = plain(routePanel(wordsFor('en'), { ...shown, plan: { ...plan, group } }, 'form'));

    assert.match(panel, /Quarter Close, to be created/);
    assert.match(panel, /Rita Requester, of the new group/);
  });

  it('says to which field a rule belongs, and to whom a stage goes when nobody decides', () => {
    const escalation = {
      afterMs: 2 * 86_400_000,
      approvers: [{ person: amir, because: { kind: 'named' } }],
    } as const;
    const stages = approval.route.stages.map((stage) => ({ ...stage, escalation }));
    const panel = plain(
      routePanel(
        wordsFor('en'),
        {
          ...shown,
          route: { ...approval.route, stages },
          reasonRule: 'At least ten characters.',
          ticketRule: 'A number looks like INC1234.',
          maximumDays: 30,
        },
        'form',
      ),
    );

    assert.match(panel, /"If nobody decides within 2 days, also: Amir Admin"/);
    assert.match(panel, /"Reason: At least ten characters\."/);
    assert.match(panel, /"Ticket: A number looks like INC1234\."/);
    assert.match(panel, /"For how long: At most 30 days\."/);
  });

  it('names whom a later stage needs in that stage alone', () => {
    const both = [ada, amir].map((person) => ({ person, because: { kind: 'named' } as const }));
    const stages = [
      { name: 'First look', approvers: both, need: 1 },
      { name: 'Owner', approvers: both.slice(0, 1), need: 1 },
    ];
    const route = { ...approval.route, stages, distinctApprovers: true };
    const panel = plain(routePanel(wordsFor('en'), { ...shown, route }, 'form'));

    assert.match(panel, /First look"[^}]*\},\{[^}]*"text":"Amir Admin"/u);
    assert.match(panel, /Owner"[^}]*\},\{[^}]*"text":"Ada Approver"/u);
  });

  it('shows the change once for several people, whose group is the same', () => {
    const routes = [
      { people: ['Ben Okafor'], shown },
      { people: ['Nora Nelson'], shown },
    ];
    const panel = plain(routesPanel(wordsFor('en'), routes));

    assert.equal(panel.split('What will change').length, 2);
  });
});

describe('the durations after "Who decides?"', () => {
  function durationOf(
    duration: string | undefined,
    maximumDays: number | undefined,
  ): readonly [choices: readonly string[], value: unknown] {
    const { body } = requestForm({
      words: wordsFor('en'),
      formId: 'form',
      values: { duration },
      errors: [],
      canChooseAccessPackage: false,
      durations: { maximumDays: 365, canHaveNoEnd: true },
      asksForTicket: false,
      titles: new Map(),
      route: { ...shown, maximumDays },
    });
    const field = body.find(
      (element) => element.type === 'Input.ChoiceSet' && element.id === 'duration',
    );
    assert.ok(field?.type === 'Input.ChoiceSet');
    return [field.choices.map(({ title }) => plainText(title)), field.value];
  }

  const all = ['1 day', '7 days', '30 days', '90 days', '180 days', '365 days', 'No end'];
  function tooLongFrom(place: number): readonly string[] {
    return all.map((title, index) =>
      index < place ? title : `${title} (too long for Finance Reports)`,
    );
  }

  for (const { chosen, maximumDays, choices, value } of [
    { chosen: '90', maximumDays: 30, choices: tooLongFrom(3), value: '30' },
    { chosen: 'none', maximumDays: 200, choices: tooLongFrom(5), value: '180' },
    { chosen: '7', maximumDays: 30, choices: tooLongFrom(3), value: '7' },
    { chosen: undefined, maximumDays: 200, choices: tooLongFrom(5), value: '90' },
    { chosen: 'none', maximumDays: undefined, choices: all, value: 'none' },
  ]) {
    it(`stay all there for another group, and the rule's are told: ${chosen} under ${maximumDays} becomes ${value}`, () => {
      assert.deepEqual(durationOf(chosen, maximumDays), [choices, value]);
    });
  }
});

function plainText(title: string): string {
  return title.replaceAll(/[\u2068\u2069]/g, '');
}
