import { GroupId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { RequestIn, RequestState } from '../../../src/domain/request.ts';
import { requestListCard } from '../../../src/teams/cards/request-list.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedIds, fixedRequest } from '../fixed-request.ts';
import { ada, at, ben, paul, rita } from '../requests.ts';

import { drawerIn } from './drawers.ts';
import type { Samples } from './samples.ts';

const hostile = '[click](http://evil.test) *_`~#|<b>![x](y)';
export const strangePeople: readonly Person[] = [
  { ...ada, displayName: `Ada ${'Verylongname'.repeat(20)}` },
  { ...paul, displayName: 'ليلى الأحمد 🌙 \u202Eevil' },
];

/** Long, right-to-left, emoji, and names that look like markup or templates. */
export function strangeRequest<S extends RequestState>(state: S): RequestIn<S> {
  const displayName = `{{DATE(2026-01-01T00:00:00Z)}} \${secret} ${hostile}`;
  const beneficiary = {
    ...rita,
    displayName: '👩‍👩‍👧‍👦'.repeat(30),
    userPrincipalName: `${'x'.repeat(300)}@contoso.test`,
  };
  const plain = fixedRequest(state);
  const changes = {
    beneficiary,
    requester: { ...ben, displayName: 'مُقدِّم الطلب' },
    approvers: strangePeople,
    reason: `${hostile}\n\n- ${'🌙 reason '.repeat(60)}`.slice(0, 500),
    group: { kind: 'existing', id: GroupId.parse(fixedIds.groupId), displayName },
    plan: {
      ...plain.plan,
      group: { action: 'create', displayName, mailNickname: 'x'.repeat(60) },
      writeback: {
        ...plain.plan.writeback,
        organizationalUnit: `OU=${'long'.repeat(100)},DC=contoso`,
      },
      accessPackage: { action: 'use', displayName: 'x'.repeat(250) },
    },
    steps: Array.from({ length: 9 }, (_unused, index) => ({
      name: 'access-package',
      changed: true,
      summary: 'Done.',
      subject: `${index} ${displayName}`,
      at: at(2),
    })),
    detail: `${hostile} ${'x'.repeat(3000)}`,
  };
  return { ...plain, ...(changes as unknown as Partial<RequestIn<S>>) };
}

/** Long, right-to-left, emoji, and names that look like markup or templates. */
export function strangeSamples(words: Words): Samples {
  const { personal, base, outcome, form } = drawerIn(words);
  return {
    'strange-approval': personal(strangeRequest('awaiting-approval'), ['approve', 'deny']),
    'strange-request': base(strangeRequest('failed'), ['retry'], { unreachable: strangePeople }),
    'strange-outcome': outcome(strangeRequest('confirmed')),
    'strange-list': requestListCard(
      words,
      Array.from({ length: 12 }, () => strangeRequest('awaiting-sync')),
    ),
    'strange-form': form({
      values: {
        group: fixedIds.groupId,
        newGroupName: hostile,
        person: rita.id,
        reason: `${hostile} ليلى 🌙`,
      },
      titles: new Map([
        [fixedIds.groupId, hostile.repeat(5)],
        [rita.id, '👩‍👩‍👧‍👦'.repeat(30)],
      ]),
    }),
  };
}
