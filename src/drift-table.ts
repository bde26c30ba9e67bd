import { driftSubject } from './domain/drift-finding.ts';
import type { DriftFix } from './domain/drift-fix.ts';
import type { DriftRow } from './domain/drift-store.ts';
import type { DriftLook } from './setup/drift.ts';

const places: Readonly<Record<DriftFix['runOn'], string>> = {
  'active-directory': 'by an administrator of Active Directory',
  'sync-server': 'on the Entra Connect server',
  entra: 'by an administrator of Entra',
};

/** What the person at the terminal reads after a look: what was compared, what differs, and how to mend it. */
export function driftText(
  look: Extract<DriftLook, { readonly kind: 'looked' }>,
  rows: readonly DriftRow[],
): string {
  const unread = look.unread.map(
    ({ group, problem }) =>
      `Not compared: ${safe(group.groupName)} (${group.groupId}): ${safe(problem.detail)}`,
  );
  const compared = look.groups - look.unread.length;
  const count = `${compared} ${compared === 1 ? 'group' : 'groups'} compared, ${rows.length} ${rows.length === 1 ? 'difference' : 'differences'}.`;
  return [...tableOf(rows), ...commandsOf(rows), ...unread, count].join('\n');
}

function tableOf(rows: readonly DriftRow[]): readonly string[] {
  const cells = rows.map(({ groupName, finding, firstSeenAt }, index) => [
    `${index + 1}`,
    safe(groupName),
    finding.kind,
    safe(driftSubject(finding)),
    firstSeenAt.toISOString().slice(0, 16).replace('T', ' '),
  ]);
  return rows.length === 0
    ? []
    : [...aligned([['#', 'GROUP', 'FINDING', 'WHAT', 'SINCE (UTC)'], ...cells]), ''];
}

function commandsOf(rows: readonly DriftRow[]): readonly string[] {
  const lines = rows.flatMap(({ fix }, index) => [
    `${index + 1}  ${places[fix.runOn]}:`,
    `   ${safe(fix.command)}`,
  ]);
  return rows.length === 0 ? [] : ['To mend it; nothing of this has been run:', ...lines, ''];
}

function aligned(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names come from directories; what would steer the terminal or turn the text around is not shown. */
function safe(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}
