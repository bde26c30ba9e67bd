import type { Version } from './call.ts';
import type { GroupProperties, GroupRow } from './rows.ts';
import type { View } from './view.ts';

/** A group as that version of Graph shows it: writebackConfiguration exists in beta alone. */
export function groupView(row: GroupRow, version: Version): View {
  if (version === 'v1.0') {
    return { type: 'group', properties: row.properties };
  }
  const properties = { ...row.properties, writebackConfiguration: row.writeback };
  return { type: 'group', properties };
}

/** Whether it is a Microsoft 365 group. */
export function isUnified(group: GroupProperties): boolean {
  return group.groupTypes.includes('Unified');
}

/** A distribution group or a mail-enabled security group. */
export function isExchangeGroup(group: GroupProperties): boolean {
  return group.mailEnabled && !isUnified(group);
}
