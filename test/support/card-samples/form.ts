import { said } from '../../../src/teams/cards/escape.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import { unknownGroupHint } from '../../../src/teams/form.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedIds } from '../fixed-request.ts';

import { drawerIn } from './drawers.ts';
import type { Samples } from './samples.ts';

/** The form. */
export function formSamples(words: Words): Samples {
  const { form } = drawerIn(words);
  return {
    'form-empty': form(),
    'form-near-names': form({
      hint: words.form.groupsLike(said('Finance')),
      recent: [
        { title: 'Finance Reports · Microsoft 365', value: fixedIds.groupId },
        { title: 'Finance Systems · Security', value: 'bbbbbbbb-0000-4000-8000-000000000002' },
      ],
    }),
    'form-without-package': form({
      canChooseAccessPackage: false,
      durations: { maximumDays: 30, canHaveNoEnd: false },
      hint: unknownGroupHint(words, 'Quarter Close'),
    }),
    'form-at-limit': form({
      values: { group: fixedIds.groupId, reason: 'Audit' },
      titles: new Map([[fixedIds.groupId, 'Finance Reports · Microsoft 365']]),
      errors: [{ text: explain(words, 'too-many-open-requests', '50') }],
    }),
    'form-refused': form({
      values: {
        group: fixedIds.groupId,
        personName: 'gina@fabrikam.test',
        accessPackage: fixedIds.accessPackageId,
        reason: 'Audit',
        duration: '90',
      },
      titles: new Map([
        [
          fixedIds.groupId,
          'Finance Dynamic · finance-dynamic@contoso.test · Microsoft 365, dynamic',
        ],
      ]),
      errors: [
        {
          field: 'group',
          text: explain(words, 'group-is-dynamic', 'Finance Dynamic'),
        },
        {
          field: 'personName',
          text: explain(words, 'user-is-guest', 'Gina Guest'),
        },
        {
          text: explain(words, 'graph-unreachable', ''),
        },
      ],
    }),
  };
}
