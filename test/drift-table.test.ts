import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DriftFinding } from '../src/domain/drift-finding.ts';
import { fixFor } from '../src/domain/drift-fix.ts';
import type { DriftRow } from '../src/domain/drift-store.ts';
import { GroupId } from '../src/domain/ids.ts';
import { Problem } from '../src/domain/problem.ts';
import { driftText } from '../src/drift-table.ts';
import { at, tenantId } from './support/requests.ts';

const groupId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const looked = { kind: 'looked', at: at(0), groups: 3, unread: [] } as const;

function row(groupName: string, finding: DriftFinding): DriftRow {
  const engine = 'connect-v2' as const;
  return {
    tenantId,
    groupId,
    groupName,
    engine,
    owners: [],
    key: 'key',
    finding,
    firstSeenAt: at(0),
    lastSeenAt: at(0),
    fix: fixFor(finding, { groupId, engine }),
  };
}

describe('the table of differences', () => {
  it('shows each with the command that mends it and who may run it', () => {
    const groupDn = 'CN=Group_1,OU=Writeback,DC=corp';
    const text = driftText(looked, [
      row('Sales', { kind: 'member-added', groupDn, dn: 'CN=Eve,DC=corp' }),
      row('Finance Reports', { kind: 'group-missing' }),
    ]);

    assert.equal(
      text,
      [
        '#  GROUP            FINDING        WHAT            SINCE (UTC)',
        '1  Sales            member-added   CN=Eve,DC=corp  2026-11-25 09:10',
        '2  Finance Reports  group-missing                  2026-11-25 09:10',
        '',
        'To mend it; nothing of this has been run:',
        '1  by an administrator of Active Directory:',
        `   Remove-ADGroupMember -Identity '${groupDn}' -Members 'CN=Eve,DC=corp'`,
        '2  on the Entra Connect server:',
        '   Start-ADSyncSyncCycle -PolicyType Delta',
        '',
        '3 groups compared, 2 differences.',
      ].join('\n'),
    );
  });

  it('says which groups could not be compared and why', () => {
    const problem = new Problem('directory-unreachable', { detail: 'dc1 did not answer' });
    const nobody = new Set<never>();
    const group = { tenantId, groupId, groupName: 'Sales', proven: nobody, arriving: nobody };

    const text = driftText({ ...looked, unread: [{ group, problem }] }, []);

    assert.equal(
      text,
      `Not compared: Sales (${groupId}): dc1 did not answer\n2 groups compared, 0 differences.`,
    );
  });

  it('shows nothing that steers the terminal or turns the text around', () => {
    const text = driftText(looked, [row('A\u{1B}[2J\r\n\u{202E}B', { kind: 'writeback-off' })]);

    assert.ok(text.includes('A\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}B'));
    assert.ok(!text.includes('\u{1B}') && !text.includes('\u{202E}'));
  });
});
