import type { PlanDifference } from '../../domain/approval.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Request, RequestState, StepName, StepRecord } from '../../domain/request.ts';
import type { Words } from '../words/words.ts';
import { changedWords } from './changed-words.ts';
import { type ColumnSet, type Element, row, section, text } from './elements.ts';
import { said } from './escape.ts';
import { longestGroupName } from './limits.ts';

/**
 * What exactly will be changed, as it was checked. What a step has reached is told as it was done, the rest as it
 * is planned, so that the section is true in every state of the request.
 */
export function planSection(words: Words, request: Request): Element {
  const steps = 'steps' in request ? request.steps : [];
  return section(
    titleOf(words, request),
    planLines(words, request.plan, steps).map((line) => withChange(words, request, line)),
  );
}

/** What would be changed by a request that nobody has made yet. */
export function plannedRows(words: Words, plan: Plan): readonly Element[] {
  return planLines(words, plan, []).map(([line]) => line);
}

function planLines(
  words: Words,
  { group, writeback, catalog, accessPackage }: Plan,
  steps: readonly StepRecord[],
): readonly PlanLine[] {
  const labels = words.plan;
  const [object, unit] = objectRows(words, writeback);
  return [
    [row(labels.group, groupWords(words, group, find(steps, 'group'))), ['group']],
    ...ownerLine(words, group),
    [
      row(labels.writeback, writebackWords(words, writeback, find(steps, 'writeback'))),
      ['writeback'],
    ],
    [object, ['writtenType', 'engine']],
    [unit, ['organizationalUnit']],
    [row(labels.catalog, thingWords(words, catalog, find(steps, 'catalog'))), ['catalog']],
    [
      row(labels.accessPackage, thingWords(words, accessPackage, find(steps, 'access-package'))),
      ['accessPackage'],
    ],
  ];
}

function ownerLine({ plan }: Words, { owner }: Plan['group']): readonly PlanLine[] {
  return owner === undefined
    ? []
    : [[row(plan.owner, plan.ownerOfNew(said(owner.displayName))), []]];
}

/** What a line says, and which parts of the plan it is about. */
type PlanLine = readonly [line: ColumnSet, fields: readonly PlanDifference['field'][]];

/** A line of a plan that was approved otherwise, with before and after in words below it. */
function withChange(words: Words, request: Request, [line, fields]: PlanLine): Element {
  const changes = changedWords(words, request, fields);
  if (changes.length === 0) {
    return line;
  }
  const marks = changes.map((change) => text(change, { weight: 'bolder', spacing: 'small' }));
  return { type: 'Container', style: 'warning', spacing: 'small', items: [line, ...marks] };
}

function titleOf({ plan }: Words, { state }: Request): string {
  return plan.titles[titles[state]];
}

const titles = {
  'awaiting-approval': 'ahead',
  denied: 'never',
  cancelled: 'never',
  expired: 'never',
  'setting-up': 'underWay',
  failed: 'stopped',
  delivering: 'done',
  'awaiting-membership': 'done',
  'awaiting-sync': 'done',
  confirmed: 'done',
} as const satisfies Readonly<Record<RequestState, string>>;

/** A step that was tried again may have found its own work; the last record tells. */
function find(steps: readonly StepRecord[], name: StepName): StepRecord | undefined {
  return steps.findLast((step) => step.name === name);
}

function groupWords(words: Words, group: Plan['group'], step: StepRecord | undefined): string {
  // The one place where the whole name is read before somebody decides.
  const name = said(group.displayName, longestGroupName);
  if (group.action === 'use' || step?.changed === false) {
    return thingNamed(words, { ...group, name }, step);
  }
  const { createGroup, createdGroup, createSecurityGroup, createdSecurityGroup } = words.plan;
  if (group.kind === 'security') {
    return step === undefined ? createSecurityGroup(name) : createdSecurityGroup(name);
  }
  const alias = said(group.mailNickname ?? group.displayName);
  return step === undefined ? createGroup(name, alias) : createdGroup(name, alias);
}

function writebackWords(
  words: Words,
  { from }: Plan['writeback'],
  step: StepRecord | undefined,
): string {
  const { writebackFrom, switchedOn, wasOn } = words.plan;
  if (step === undefined) {
    return writebackFrom[from];
  }
  return step.changed ? switchedOn : wasOn;
}

/** What kind of object it is in Active Directory, who writes it, and where. */
function objectRows(
  words: Words,
  { writtenType, engine, organizationalUnit }: Plan['writeback'],
): readonly [object: ColumnSet, unit: ColumnSet] {
  const { plan } = words;
  const object = plan.object(words.groupTypes[writtenType], words.engines[engine]);
  const isMailOnly = writtenType === 'universalDistributionGroup';
  return [
    row(plan.inDirectory, isMailOnly ? plan.objectThat(object, plan.mailOnly) : object),
    row(plan.organizationalUnit, said(organizationalUnit, 200)),
  ];
}

function thingWords(
  words: Words,
  { action, displayName }: Plan['catalog' | 'accessPackage'],
  step: StepRecord | undefined,
): string {
  return thingNamed(words, { action, name: said(displayName) }, step);
}

function thingNamed(
  { plan }: Words,
  { action, name }: { readonly action: 'create' | 'use'; readonly name: string },
  step: StepRecord | undefined,
): string {
  if (step === undefined) {
    return plan[action](name);
  }
  return step.changed ? plan.created(name) : plan.found(name);
}
