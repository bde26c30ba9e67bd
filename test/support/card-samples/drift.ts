import type { DriftRow } from '../../../src/domain/drift-store.ts';
import { GroupId } from '../../../src/domain/ids.ts';
import { driftCard, driftReportCard } from '../../../src/teams/cards/drift-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { fixedIds } from '../fixed-request.ts';
import { ada, at, tenantId } from '../requests.ts';
import type { Samples } from './samples.ts';

const groupId = GroupId.parse(fixedIds.groupId);
export const driftRows: readonly DriftRow[] = [
  row('member-added', {
    kind: 'member-added',
    groupDn: 'CN=Group_1,OU=Writeback,DC=corp,DC=contoso,DC=test',
    dn: 'CN=Mallory,OU=Staff,DC=corp,DC=contoso,DC=test',
    securityIdentifier: 'S-1-5-21-1-2-3-1107',
  }),
  row('moved', {
    kind: 'moved',
    groupDn: 'CN=Group_1,OU=Elsewhere,DC=corp,DC=contoso,DC=test',
    organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
  }),
];

function row(key: string, finding: DriftRow['finding']): DriftRow {
  return {
    tenantId,
    groupId,
    groupName: 'Finance Reports',
    engine: 'connect-v2',
    owners: [ada],
    key,
    finding,
    firstSeenAt: at(0),
    lastSeenAt: at(90),
    fix: {
      runOn: 'active-directory',
      command: `Remove-ADGroupMember -Identity 'CN=Group_1,OU=Writeback,DC=corp,DC=contoso,DC=test' -Members 'S-1-5-21-1-2-3-1107'`,
    },
  };
}

/** What Active Directory holds beside what was granted. */
export function driftSamples(words: Words): Samples {
  return {
    'drift-news': driftCard(words, driftRows),
    'drift-all': driftReportCard(words, {
      rows: Array.from({ length: 14 }, () => driftRows).flat(),
      lastLook: { at: at(90), groups: 14, unread: 2, findings: 28 },
      watch: 'daily',
    }),
    'drift-none': driftReportCard(words, {
      rows: [],
      lastLook: { at: at(90), groups: 1, unread: 0, findings: 0 },
      watch: 'daily',
    }),
    'drift-nothing-compared': driftReportCard(words, {
      rows: [],
      lastLook: { at: at(90), groups: 1, unread: 1, findings: 0 },
      watch: 'off',
    }),
    'drift-not-yet': driftReportCard(words, { rows: [], lastLook: undefined, watch: 'daily' }),
    'drift-off': driftReportCard(words, { rows: [], lastLook: undefined, watch: 'off' }),
    'drift-impossible': driftReportCard(words, {
      rows: [],
      lastLook: undefined,
      watch: 'impossible',
    }),
  };
}
