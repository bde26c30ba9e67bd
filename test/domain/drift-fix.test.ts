import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DriftFinding } from '../../src/domain/drift-finding.ts';
import { fixFor } from '../../src/domain/drift-fix.ts';
import type { WritebackEngine } from '../../src/domain/group.ts';
import { GroupId } from '../../src/domain/ids.ts';

const groupId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
const groupDn = "CN=Sales\\, O'Neil,OU=Writeback,DC=corp";
const quotedDn = "'CN=Sales\\, O''Neil,OU=Writeback,DC=corp'";
const member = { groupDn, userId: 'u1', displayName: 'Rita', securityIdentifier: 'S-1-5-21-1' };

const cases: readonly {
  readonly finding: DriftFinding;
  readonly engine?: WritebackEngine;
  readonly runOn: string;
  readonly command: string;
}[] = [
  {
    finding: { kind: 'member-added', groupDn, dn: 'CN=Eve', securityIdentifier: 'S-1-5-21-6' },
    runOn: 'active-directory',
    command: `Remove-ADGroupMember -Identity ${quotedDn} -Members 'S-1-5-21-6'`,
  },
  {
    finding: { kind: 'member-added', groupDn, dn: 'CN=Eve,DC=other' },
    runOn: 'active-directory',
    command: `Remove-ADGroupMember -Identity ${quotedDn} -Members 'CN=Eve,DC=other'`,
  },
  {
    finding: { kind: 'member-removed', ...member },
    runOn: 'active-directory',
    command: `Add-ADGroupMember -Identity ${quotedDn} -Members 'S-1-5-21-1'`,
  },
  {
    finding: { kind: 'member-missing', ...member },
    runOn: 'sync-server',
    command: 'Start-ADSyncSyncCycle -PolicyType Delta',
  },
  {
    finding: { kind: 'member-missing', ...member },
    engine: 'cloud-sync',
    runOn: 'active-directory',
    command: `Add-ADGroupMember -Identity ${quotedDn} -Members 'S-1-5-21-1'`,
  },
  {
    finding: { kind: 'writeback-off' },
    runOn: 'entra',
    command: `Update-MgBetaGroup -GroupId '${groupId}' -WritebackConfiguration @{ isEnabled = $true }`,
  },
  {
    finding: { kind: 'moved', groupDn, organizationalUnit: 'OU=Writeback,DC=corp' },
    runOn: 'active-directory',
    command: `Move-ADObject -Identity ${quotedDn} -TargetPath 'OU=Writeback,DC=corp'`,
  },
  {
    finding: { kind: 'wrong-type', groupDn, groupType: 8, expectedGroupType: -2_147_483_640 },
    runOn: 'active-directory',
    command: `Set-ADGroup -Identity ${quotedDn} -GroupScope Universal -GroupCategory Security`,
  },
  {
    finding: { kind: 'wrong-type', groupDn, groupType: 2, expectedGroupType: 8 },
    runOn: 'active-directory',
    command: `Set-ADGroup -Identity ${quotedDn} -GroupScope Universal -GroupCategory Distribution`,
  },
  {
    finding: { kind: 'group-missing' },
    runOn: 'sync-server',
    command: 'Start-ADSyncSyncCycle -PolicyType Delta',
  },
  {
    finding: { kind: 'group-missing' },
    engine: 'cloud-sync',
    runOn: 'entra',
    command: `# Entra admin center > Entra Connect > Cloud Sync > Provision on demand > group ${groupId}`,
  },
  {
    finding: { kind: 'group-ambiguous', dns: ['CN=A', 'CN=B'] },
    runOn: 'active-directory',
    command:
      "Get-ADGroup -Identity 'CN=A' -Properties adminDescription,whenCreated; Get-ADGroup -Identity 'CN=B' -Properties adminDescription,whenCreated",
  },
  {
    finding: { kind: 'group-orphaned', groupDn },
    runOn: 'active-directory',
    command: `Remove-ADGroup -Identity ${quotedDn}`,
  },
];

describe('the command that mends a finding', () => {
  for (const { finding, engine, runOn, command } of cases) {
    it(`is for ${finding.kind}${engine === undefined ? '' : ` of ${engine}`}: ${command.slice(0, 40)}`, () => {
      assert.deepEqual(fixFor(finding, { groupId, engine }), { runOn, command });
    });
  }

  it('stays one command whatever the directory calls its objects', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '’', '‘', '‚', '‛', ';', '$', '`', '"', 'a', '('),
    });
    fc.assert(
      fc.property(text, (dn) => {
        const { command } = fixFor(
          { kind: 'group-orphaned', groupDn: dn },
          { groupId, engine: undefined },
        );

        // As PowerShell reads it: after the opening quote, pairs of quotes are text, and the first single one closes.
        const [, inside] =
          /^Remove-ADGroup -Identity '((?:[^'‘’‚‛]|['‘’‚‛]{2})*)'$/u.exec(command) ?? [];
        assert.equal(inside?.replaceAll(/(['‘’‚‛])['‘’‚‛]/gu, '$1'), dn);
      }),
    );
  });
});
