import type { DriftFinding } from './drift-finding.ts';
import type { WritebackEngine } from './group.ts';
import type { GroupId } from './ids.ts';

/** A command of PowerShell and where somebody with the right may run it. Advice only: Writeback never runs it. */
export interface DriftFix {
  readonly runOn: 'active-directory' | 'sync-server' | 'entra';
  readonly command: string;
}

export interface DriftedGroup {
  readonly groupId: GroupId;
  readonly engine: WritebackEngine | undefined;
}

/**
 * The exact command that mends a finding. Whatever comes from a directory stands in single quotes, in which PowerShell
 * takes everything literally but the quotes themselves.
 */
export function fixFor(finding: DriftFinding, group: DriftedGroup): DriftFix {
  switch (finding.kind) {
    case 'member-added':
    case 'member-removed':
    case 'member-missing':
      return fixMember(finding, group);
    case 'writeback-off':
      return {
        runOn: 'entra',
        command: `Update-MgBetaGroup -GroupId ${quoted(group.groupId)} -WritebackConfiguration @{ isEnabled = $true }`,
      };
    case 'moved':
      return onDirectory(
        `Move-ADObject -Identity ${quoted(finding.groupDn)} -TargetPath ${quoted(finding.organizationalUnit)}`,
      );
    case 'wrong-type':
      return onDirectory(
        `Set-ADGroup -Identity ${quoted(finding.groupDn)} -GroupScope Universal -GroupCategory ${categoryOf(finding.expectedGroupType)}`,
      );
    case 'group-missing':
      return startSync(group);
    case 'group-ambiguous':
      return onDirectory(
        finding.dns
          .map(
            (dn) => `Get-ADGroup -Identity ${quoted(dn)} -Properties adminDescription,whenCreated`,
          )
          .join('; '),
      );
    case 'group-orphaned':
      return onDirectory(`Remove-ADGroup -Identity ${quoted(finding.groupDn)}`);
  }
}

/** Connect writes an absent member at its next cycle by itself; the sync only has to run. Cloud Sync exports changes alone. */
function fixMember(
  finding: Extract<DriftFinding, { readonly kind: `member-${string}` }>,
  group: DriftedGroup,
): DriftFix {
  const identity = quoted(finding.groupDn);
  if (finding.kind === 'member-added') {
    const member = quoted(finding.securityIdentifier ?? finding.dn);
    return onDirectory(`Remove-ADGroupMember -Identity ${identity} -Members ${member}`);
  }
  const { kind, securityIdentifier: sid } = finding;
  const isForSync = kind === 'member-missing' && group.engine !== 'cloud-sync';
  return sid === undefined || isForSync
    ? startSync(group)
    : onDirectory(`Add-ADGroupMember -Identity ${identity} -Members ${quoted(sid)}`);
}

/** There is no command for Cloud Sync that takes a group alone; its page is told instead. */
function startSync({ engine, groupId }: DriftedGroup): DriftFix {
  return engine === 'cloud-sync'
    ? {
        runOn: 'entra',
        command: `# Entra admin center > Entra Connect > Cloud Sync > Provision on demand > group ${groupId}`,
      }
    : { runOn: 'sync-server', command: 'Start-ADSyncSyncCycle -PolicyType Delta' };
}

function onDirectory(command: string): DriftFix {
  return { runOn: 'active-directory', command };
}

/** The sign bit of groupType tells a security group. */
function categoryOf(groupType: number): 'Security' | 'Distribution' {
  return groupType < 0 ? 'Security' : 'Distribution';
}

/** PowerShell takes the curly single quotes for straight ones, so each of them is doubled. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}
