import type { PlanDifference } from '../domain/approval.ts';
import type { Plan } from '../domain/plan.ts';

/**
 * What is materially different from the plan that was approved; nothing, when an approver would see the same change.
 *
 * Material: another name of the group; writeback that was on or undecided and has been switched off since; another
 * engine, kind of object or organizational unit; a catalog or package that was to be used and is gone or is another
 * one, and a package with another name.
 *
 * Not material: writeback that somebody has switched on in the meantime, and the bot's own catalog or package that
 * was to be created and exists by now, because other requests make them too and they hold nothing else.
 */
export function findPlanDifferences(before: Plan, after: Plan): readonly PlanDifference[] {
  const one = before.writeback;
  const other = after.writeback;
  return [
    ...differ('group', before.group.displayName, after.group.displayName),
    ...(isSwitchedOff(one.from, other.from) ? differ('writeback', one.from, other.from) : []),
    ...differ('writtenType', one.writtenType, other.writtenType),
    ...differ('engine', one.engine, other.engine),
    ...differ('organizationalUnit', one.organizationalUnit, other.organizationalUnit),
    ...(isReplaced(before.catalog, after.catalog)
      ? [told('catalog', before.catalog, after.catalog)]
      : []),
    ...(isReplaced(before.accessPackage, after.accessPackage)
      ? [told('accessPackage', before.accessPackage, after.accessPackage)]
      : []),
  ];
}

function differ(
  field: PlanDifference['field'],
  before: string,
  after: string,
): readonly PlanDifference[] {
  return before === after ? [] : [{ field, before, after }];
}

function isSwitchedOff(
  before: Plan['writeback']['from'],
  after: Plan['writeback']['from'],
): boolean {
  return before !== 'off' && after === 'off';
}

type Thing = Plan['catalog'] | Plan['accessPackage'];

function isReplaced(before: Thing, after: Thing): boolean {
  if (before.action === 'create') {
    return before.displayName !== after.displayName;
  }
  return before.id !== after.id || before.displayName !== after.displayName;
}

function told(field: PlanDifference['field'], before: Thing, after: Thing): PlanDifference {
  return { field, before: describe(before), after: describe(after) };
}

function describe({ action, displayName }: Thing): string {
  return `${action}: ${displayName}`;
}
