import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Approval, Approver } from '../../../src/domain/approval.ts';
import { CauseCode, type Diagnosis, Evidence } from '../../../src/domain/cause.ts';
import { withoutDetails } from '../../../src/domain/diagnosis.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { Request, RequestIn } from '../../../src/domain/request.ts';
import { waitingFor } from '../../../src/teams/cards/approval-people.ts';
import { approvalState } from '../../../src/teams/cards/approval-state.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { groupCard } from '../../../src/teams/cards/group-card.ts';
import { outcomeCard } from '../../../src/teams/cards/outcome-card.ts';
import { requestCard } from '../../../src/teams/cards/request-card.ts';
import { approvalSentence } from '../../../src/teams/cards/sentences.ts';
import { tenantCard } from '../../../src/teams/cards/tenant-card.ts';
import { whyCard } from '../../../src/teams/cards/why-card.ts';
import { everyLanguage, wordsFor } from '../../../src/teams/words/choose.ts';
import { fixedRequest } from '../../support/fixed-request.ts';
import { ada, amir, at, ben, paul } from '../../support/requests.ts';

const words = wordsFor('en');

function plain(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\u2068\u2069]/g, '');
}

function groupCardOf(request: Request): string {
  return plain(groupCard({ words, request, viewerIds: [] }));
}

function named(person: Person): Approver {
  return { person, because: { kind: 'named' } };
}

function deputyOf(person: Person, of: Person, since: Date): Approver {
  return { person, because: { kind: 'deputy', of, since, until: at(9000) } };
}

function asking(
  approvers: readonly Approver[],
  need: number,
  changes: Partial<Approval> = {},
): RequestIn<'awaiting-approval'> {
  const request = fixedRequest('awaiting-approval');
  const { approval } = request;
  const stages = [{ name: 'Owners', approvers, need }];
  const route = { ...approval.route, rule: 'Finance', stages };
  return { ...request, approval: { ...approval, route, ...changes } };
}

describe('the card in front of others', () => {
  it('shows a way only where something is on it', () => {
    for (const state of ['awaiting-approval', 'denied', 'cancelled', 'expired'] as const) {
      assert.ok(!groupCardOf(fixedRequest(state)).includes(words.request.progressTitle), state);
    }
    assert.ok(groupCardOf(fixedRequest('delivering')).includes(words.request.progressTitle));
  });
});

describe('who is waited for', () => {
  const both = [named(ada), named(paul)];

  it('is both of two, and all of more', () => {
    const three = [...both, named(amir)];

    assert.match(plain(waitingFor(words, asking(both, 2))), /for both Ada .* and Paul /);
    assert.match(plain(waitingFor(words, asking(three, 3))), /for all of them to decide: Ada/);
  });

  it('is a deputy too, where one of them is enough', () => {
    const request = asking([named(ada), deputyOf(ben, ada, at(0))], 1);

    assert.match(plain(waitingFor(words, request)), /Ada \w+ or Ben /);
  });

  it('is not told of a reminder with their first card', () => {
    const approvers = [named(ada), deputyOf(ben, ada, at(30))];
    const request = asking(approvers, 1, { reminders: { sent: 1, lastAt: at(20) } });

    const told = [ada, ben].map(({ id }) => {
      const audience = { kind: 'personal', options: [] } as const;
      const { lines } = approvalState({ words, request, audience, readerId: id }, request);
      return [plain(lines), approvalSentence(words, request, id)].map((text) =>
        text.includes('Reminder'),
      );
    });
    assert.deepEqual(told, [
      [true, true],
      [false, false],
    ]);
  });
});

describe('what a message says without its card', () => {
  it('asks nothing of whoever has left those who decide', () => {
    const request = asking([named(paul)], 1, { left: [ada.id] });

    const [left, asked] = [ada, paul].map(({ id }) => approvalSentence(words, request, id));

    assert.doesNotMatch(left ?? '', /asks/);
    assert.match(asked ?? '', /asks/);
  });
});

describe('the reminder', () => {
  it('is a line for those who are asked, and not for whoever only waits', () => {
    const request = asking([named(ada)], 1, { reminders: { sent: 1, lastAt: at(20) } });
    const audience = { kind: 'base', options: [], viewerIds: [] } as const;

    const told = [ada, request.requester, request.beneficiary].map(({ id }) =>
      plain(requestCard({ words, request, audience, readerId: id })).includes('Reminder'),
    );

    assert.deepEqual(told, [true, false, false]);
  });
});

describe('the route without a policy', () => {
  it('has no names that the organisation never gave', () => {
    const request = fixedRequest('awaiting-approval');
    const audience = { kind: 'personal', options: [] } as const;
    const texts = plain(requestCard({ words, request, audience }));

    assert.equal(texts.split('"Approval"').length, 2, 'the heading alone');
    assert.ok(!texts.includes(`"${words.approval.rule}"`));
    assert.ok(
      plain(requestCard({ words, request: asking([named(ada)], 1), audience })).includes('Finance'),
    );
  });
});

function whyOf(request: Request, causes: Diagnosis['causes'] = [], reader = words): AdaptiveCard {
  const diagnosis = { at: at(5), causes, unanswered: [] };
  return whyCard({ words: reader, request, diagnosis, options: [] });
}

function causeWith(evidence: readonly (readonly [what: string, seen: string])[]): Diagnosis {
  const seen = evidence.map(([what, value]) =>
    Evidence.parse({ source: 'sync-schedule', what, seen: value, at: at(3) }),
  );
  const cause = {
    code: CauseCode.enum['sync-disabled'],
    certainty: 'certain',
    owner: 'administrator',
    fix: 'enable-scheduler',
    evidence: seen,
  } as const;
  return { at: at(5), causes: [cause], unanswered: [] };
}

describe('the answer to "why not yet?"', () => {
  const waiting = fixedRequest('awaiting-sync');

  it('is headed by where the request stands', () => {
    const headings = [waiting, fixedRequest('confirmed'), fixedRequest('denied')].map((request) =>
      plain(whyOf(request).body[0]),
    );

    assert.match(headings[0] ?? '', /Why not yet\?/);
    assert.match(headings[1] ?? '', /It is there/);
    assert.match(headings[2] ?? '', /It has ended/);
    assert.match(plain(whyOf(fixedRequest('failed')).body[0]), /Why did it stop\?/);
  });

  it('names those who have to decide, as the card of the request does', () => {
    const cause = {
      code: CauseCode.enum['awaiting-decision'],
      certainty: 'certain',
      owner: 'approver',
      fix: 'decide',
      evidence: [],
    } as const;

    const one = plain(whyOf(asking([named(ada), named(paul)], 1), [cause]));
    const both = plain(whyOf(asking([named(ada), named(paul)], 2), [cause]));

    assert.match(one, /"By".*"Ada Approver or Paul Prüfer"/);
    assert.match(both, /"By".*"Ada Approver and Paul Prüfer"/);
  });

  it('has a command for administrators, and for others whom to ask', () => {
    const diagnosis = causeWith([['SyncCycleEnabled', 'false']]);

    assert.match(plain(whyOf(waiting, diagnosis.causes)), /Set-ADSyncScheduler/);
    const others = plain(whyOf(waiting, withoutDetails(diagnosis).causes));
    assert.match(others, /Ask an administrator to switch/);
    assert.doesNotMatch(others, /ADSyncScheduler/);
  });

  it('says what was seen in the language of the reader, and keeps the names of other systems', () => {
    const { causes } = causeWith([
      ['last cycle finished', 'absent'],
      ['is a member', 'false'],
      ['SyncCycleEnabled', 'false'],
    ]);
    for (const reader of everyLanguage().filter(({ language }) => language !== 'en')) {
      const texts = plain(whyOf(waiting, causes, reader));

      assert.doesNotMatch(texts, /absent|last cycle|is a member/, reader.language);
      assert.match(texts, /SyncCycleEnabled = false/, reader.language);
    }
  });
});

describe('what an administrator reads of the tenant', () => {
  it('is a warning where everything hangs on what Microsoft no longer supports', () => {
    const evidence = { kind: 'feature', name: 'groupWriteBackEnabled' } as const;
    const tenant = {
      isHybrid: true,
      engines: ['connect-v2'],
      organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
    } as const;
    function panelOf(isSupported: boolean): string {
      const findings = [{ engine: 'connect-v2', isWriting: true, isSupported, evidence } as const];
      return plain(tenantCard(words, { ...tenant, findings }).body[1]);
    }

    assert.match(panelOf(true), /"good".*Everything is in place/);
    assert.match(panelOf(false), /"warning".*no longer supports/);
  });
});

describe('the proof', () => {
  it('names the day on which access ends, where it does and this request gave it', () => {
    const confirmed = fixedRequest('confirmed', { duration: { kind: 'days', days: 30 } });
    const audience = { kind: 'personal', options: [] } as const;
    function textsOf(request: Request): string {
      return plain(outcomeCard({ words, request, audience }));
    }
    const { setUp } = confirmed;
    const end = new Date(setUp.submittedAt.getTime() + 30 * 86_400_000);

    assert.match(textsOf(confirmed), /Access ends/);
    assert.ok(textsOf(confirmed).includes(end.toISOString().slice(0, 10)));
    const forGood = { ...confirmed, duration: { kind: 'no-expiration' } } as const;
    const before = { ...confirmed, setUp: { ...setUp, assignmentRequestId: undefined } };
    assert.doesNotMatch(textsOf(forGood) + textsOf(before), /Access ends/);
  });
});
