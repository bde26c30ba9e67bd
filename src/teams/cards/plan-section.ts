import type { Plan } from '../../domain/plan.ts';
import type { Request, StepName, StepRecord } from '../../domain/request.ts';
import { texts } from '../texts.ts';
import { type ColumnSet, type Element, row, section } from './elements.ts';
import { said } from './escape.ts';

/**
 * What exactly will be changed, as it was checked. What a step has reached is told as it was done, the rest as it
 * is planned, so that the section is true in every state of the request.
 */
export function planSection(request: Request): Element {
  const { group, writeback, catalog, accessPackage } = request.plan;
  const words = texts.plan;
  const steps = 'steps' in request ? request.steps : [];
  return section(titleOf(request), [
    row(words.group, groupWords(group, find(steps, 'group'))),
    row(words.writeback, writebackWords(writeback, find(steps, 'writeback'))),
    ...objectRows(writeback),
    row(words.catalog, thingWords(catalog, find(steps, 'catalog'))),
    row(words.accessPackage, thingWords(accessPackage, find(steps, 'access-package'))),
  ]);
}

function titleOf({ state }: Request): string {
  const { titles } = texts.plan;
  switch (state) {
    case 'awaiting-approval':
      return titles.ahead;
    case 'denied':
    case 'cancelled':
      return titles.never;
    case 'setting-up':
      return titles.underWay;
    case 'failed':
      return titles.stopped;
    case 'delivering':
    case 'awaiting-membership':
    case 'awaiting-sync':
    case 'confirmed':
      return titles.done;
  }
}

/** A step that was tried again may have found its own work; the last record tells. */
function find(steps: readonly StepRecord[], name: StepName): StepRecord | undefined {
  return steps.findLast((step) => step.name === name);
}

function groupWords(group: Plan['group'], step: StepRecord | undefined): string {
  const name = said(group.displayName);
  if (group.action === 'use' || step?.changed === false) {
    return thingWords(group, step);
  }
  const alias = said(group.mailNickname ?? group.displayName);
  const { createGroup, createdGroup } = texts.plan;
  return step === undefined ? createGroup(name, alias) : createdGroup(name, alias);
}

function writebackWords({ from }: Plan['writeback'], step: StepRecord | undefined): string {
  const { writebackFrom, switchedOn, wasOn } = texts.plan;
  if (step === undefined) {
    return writebackFrom[from];
  }
  return step.changed ? switchedOn : wasOn;
}

/** What kind of object it is in Active Directory, who writes it, and where. */
function objectRows({
  writtenType,
  engine,
  organizationalUnit,
}: Plan['writeback']): readonly ColumnSet[] {
  const words = texts.plan;
  const object = words.object(texts.groupTypes[writtenType], texts.engines[engine]);
  const isMailOnly = writtenType === 'universalDistributionGroup';
  return [
    row(words.inDirectory, isMailOnly ? `${object}. ${words.mailOnly}` : object),
    row(words.organizationalUnit, said(organizationalUnit, 200)),
  ];
}

function thingWords(
  { action, displayName }: Plan['group' | 'catalog' | 'accessPackage'],
  step: StepRecord | undefined,
): string {
  const words = texts.plan;
  const name = said(displayName);
  if (step === undefined) {
    return words[action](name);
  }
  return step.changed ? words.created(name) : words.found(name);
}
