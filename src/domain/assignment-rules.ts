import { evidence, type Facts, type Hint, type Rule } from './facts.ts';

/** Delivery takes some minutes; the service itself goes on trying for hours. */
export const deliveryLimitMs = 15 * 60_000;

export const assignmentRules: readonly Rule[] = [
  failed,
  undecided,
  delivering,
  ended,
  removed,
  notYetMember,
];

function failed({ request }: Facts): readonly Hint[] {
  return request.state === 'failed'
    ? [
        {
          code: 'procedure-failed',
          certainty: 'certain',
          evidence: evidence('writeback', request.at, [
            ['failed step', request.failedStep ?? 'the wait'],
            ['code', request.code],
          ]),
        },
      ]
    : [];
}

function undecided({ request }: Facts): readonly Hint[] {
  return request.state === 'awaiting-approval'
    ? [
        {
          code: 'awaiting-decision',
          certainty: 'certain',
          evidence: evidence('writeback', request.approval.stageSince, [['state', request.state]]),
        },
      ]
    : [];
}

function delivering({ request, assignment, now }: Facts): readonly Hint[] {
  if (request.state !== 'delivering') {
    return [];
  }
  const isLate = now.getTime() - request.setUp.submittedAt.getTime() > deliveryLimitMs;
  const { at, state, status } = {
    at: assignment?.at ?? request.updatedAt,
    state: assignment?.value.state ?? request.assignmentState,
    status: assignment?.value.status,
  };
  return [
    {
      code: isLate ? 'assignment-stuck' : 'assignment-under-way',
      certainty: 'certain',
      evidence: evidence('entitlement-management', at, [
        ['state', state],
        ['status', status],
        ['submitted', request.setUp.submittedAt],
      ]),
    },
  ];
}

function ended({ request, isAssigned }: Facts): readonly Hint[] {
  if (!isDelivered(request) || isAssigned?.value !== false) {
    return [];
  }
  return [
    {
      code: 'assignment-ended',
      certainty: 'certain',
      evidence: evidence('entitlement-management', isAssigned.at, [
        ['delivered assignments of the access package', 0],
      ]),
    },
  ];
}

/** Somebody took the person out of the group, and entitlement management does not notice by itself. */
function removed({ request, isMember, isAssigned }: Facts): readonly Hint[] {
  if (request.state !== 'awaiting-sync' || isMember?.value !== false) {
    return [];
  }
  return [
    {
      code: 'membership-removed',
      certainty: isAssigned?.value === false ? 'likely' : 'certain',
      evidence: [
        ...evidence('writeback', request.memberAt, [['was a member', true]]),
        ...evidence('entra-membership', isMember.at, [['is a member', false]]),
      ],
    },
  ];
}

function notYetMember({ request, isMember }: Facts): readonly Hint[] {
  return request.state === 'awaiting-membership' && isMember?.value === false
    ? [
        {
          code: 'membership-not-yet',
          certainty: 'certain',
          evidence: [
            ...evidence('entra-membership', isMember.at, [['is a member', false]]),
            ...evidence('writeback', request.deliveredAt, [['delivered', request.deliveredAt]]),
          ],
        },
      ]
    : [];
}

function isDelivered({ state }: Facts['request']): boolean {
  return state === 'awaiting-membership' || state === 'awaiting-sync';
}
