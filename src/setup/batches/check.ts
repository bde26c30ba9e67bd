import type { ApprovalTemplate } from '../../domain/approval-policy.ts';
import type { BatchIn, BatchRow, BatchRules, RowVerdict } from '../../domain/batch.ts';
import type { Complaint } from '../../domain/complaint.ts';
import { GroupId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/person.ts';
import type { DurationLimits } from '../../domain/plan.ts';
import { type Refusal, refuseUser } from '../../domain/prerequisites.ts';
import { isProblem } from '../../domain/problem.ts';
import { groupKey } from '../../domain/request.ts';
import { toPerson } from '../approvers.ts';
import { inParallel } from '../in-parallel.ts';
import { propose } from '../proposal.ts';
import { findPerson, gatherFacts, refuseFacts, refuseUnknown } from '../request-facts.ts';
import type { BatchDeps } from './deps.ts';
import { mostAlike, nameRefused } from './line-names.ts';
import { rememberAnswers } from './remember.ts';

/** Lines that are looked at in the same moment; Graph's limits are for all of the tenant. */
const atOnce = 6;

type Rule = Pick<ApprovalTemplate, 'reasonRule' | 'ticketRule'>;

interface Looked {
  readonly verdict: RowVerdict;
  readonly rule?: Rule | undefined;
}

/** Says of each line that has no verdict whether it could be sent now, by the checks of an ordinary request. */
export async function checkRows(
  deps: BatchDeps,
  batch: BatchIn<'checking'>,
): Promise<BatchIn<'draft'>> {
  const remembering = rememberAnswers(deps);
  const actor = { ...batch.requester, tenantId: batch.tenantId };
  const looked = new Map<number, Looked>();
  await inParallel(atOnce, batch.rows, async (row) => {
    looked.set(row.row, await lookAt(remembering, actor, row));
  });
  const rows = batch.rows.map((row) => ({
    ...row,
    verdict: looked.get(row.row)?.verdict ?? row.verdict,
  }));
  return {
    ...batch,
    state: 'draft',
    rows: await nameRefused(remembering, refuseRepeated(await refuseOpen(deps, batch, rows))),
    rules: rulesOf([...looked.values()].flatMap(({ rule }) => rule ?? [])),
    updatedAt: deps.clock.now(),
  };
}

/** Everything that is wrong with a line is told at once, so that it is corrected once. */
async function lookAt(deps: BatchDeps, actor: Actor, row: BatchRow): Promise<Looked> {
  const { complaint } = row;
  const written: readonly Refusal[] =
    complaint === undefined ? [] : [{ code: 'input-not-valid', subject: complaint }];
  if (complaint !== undefined && complaint !== ('row-duration-not-valid' satisfies Complaint)) {
    return refused(written);
  }
  try {
    const group = await findGroup(deps, row.group);
    if (group.kind === 'not-found') {
      const refusals = [...(await refusePerson(deps, actor, row.who)), group.refusal, ...written];
      return refused(refusals);
    }
    return complaint === undefined
      ? await tryOut(deps, actor, { row, id: group.id })
      : refused([...(await refuseSubject(deps, actor, { row, id: group.id })), ...written]);
  } catch (error) {
    if (isProblem(error)) {
      return refused([{ code: error.code, subject: row.who }, ...written]);
    }
    throw error;
  }
}

async function refusePerson(
  deps: BatchDeps,
  actor: Actor,
  who: string,
): Promise<readonly Refusal[]> {
  const user = await findPerson(deps, actor, who);
  return user === undefined ? [refuseUnknown(who)] : refuseUser(user);
}

/** Without the rules, which depend on the duration. */
async function refuseSubject(
  deps: BatchDeps,
  actor: Actor,
  { row, id }: { readonly row: BatchRow; readonly id: GroupId },
): Promise<readonly Refusal[]> {
  const wish = { beneficiary: row.who, group: { kind: 'existing', id } } as const;
  return refuseFacts(deps, wish, await gatherFacts(deps, actor, wish));
}

type Finding =
  | { readonly kind: 'found'; readonly id: GroupId }
  | { readonly kind: 'not-found'; readonly refusal: Refusal };

/** By id, by its exact name or its address. What none has is refused, so that a slip of the pen creates no group. */
async function findGroup({ directory }: BatchDeps, text: string): Promise<Finding> {
  const id = GroupId.safeParse(text);
  if (id.success) {
    return { kind: 'found', id: id.data };
  }
  const wanted = text.toLowerCase();
  const offers = await directory.searchGroups(text, mostAlike);
  const [only, ...more] = offers.filter(({ displayName }) => displayName.toLowerCase() === wanted);
  if (only === undefined) {
    const addressed = text.includes('@') ? await directory.findGroupByMail(text) : undefined;
    return addressed === undefined
      ? { kind: 'not-found', refusal: { code: 'group-not-found', subject: text } }
      : { kind: 'found', id: addressed.id };
  }
  const subject = 'row-group-ambiguous' satisfies Complaint;
  return more.length === 0
    ? { kind: 'found', id: only.id }
    : { kind: 'not-found', refusal: { code: 'input-not-valid', subject } };
}

async function tryOut(
  deps: BatchDeps,
  actor: Actor,
  { row, id }: { readonly row: BatchRow; readonly id: GroupId },
): Promise<Looked> {
  const group = { kind: 'existing', id } as const;
  const proposed = await propose(deps, actor, { beneficiary: row.who, group, days: row.days });
  if (proposed.kind === 'refused') {
    return refused([...proposed.refusals, ...refuseDays(row, deps.settings)]);
  }
  const { user, choice, template } = proposed.proposal;
  const tooLong = refuseDays(row, limitsOf(deps.settings, template));
  if (tooLong.length > 0) {
    return refused(tooLong);
  }
  const { displayName } = choice;
  const verdict = {
    kind: 'good',
    beneficiary: toPerson(user),
    group: { id, displayName },
  } as const;
  return { verdict, rule: template };
}

/** The rule's own limit counts as well, and one that has it permits nothing without an end. */
function limitsOf(
  { maximumDays, canHaveNoEnd }: DurationLimits,
  { maximumDays: ofRule }: ApprovalTemplate,
): DurationLimits {
  return ofRule === undefined
    ? { maximumDays, canHaveNoEnd }
    : { maximumDays: Math.min(maximumDays, ofRule), canHaveNoEnd: false };
}

function refuseDays(
  { days }: Pick<BatchRow, 'days'>,
  { maximumDays, canHaveNoEnd }: DurationLimits,
): readonly Refusal[] {
  const isTooLong = days === undefined ? !canHaveNoEnd : days > maximumDays;
  return isTooLong ? [{ code: 'duration-too-long', subject: String(maximumDays) }] : [];
}

function refused(refusals: readonly Refusal[]): Looked {
  return { verdict: { kind: 'refused', refusals: [...refusals] } };
}

/** Asked for already, by this list's maker or by somebody else. */
async function refuseOpen(
  { batches }: BatchDeps,
  { tenantId }: BatchIn<'checking'>,
  rows: readonly BatchRow[],
): Promise<readonly BatchRow[]> {
  const people = rows.flatMap(({ verdict }) =>
    verdict.kind === 'good' ? [verdict.beneficiary.id] : [],
  );
  const open = await batches.listOpenPairs(tenantId, [...new Set(people)]);
  const keys = new Set(open.map((pair) => `${pair.beneficiaryId} ${pair.groupKey}`));
  return rows.map((row) => {
    const key = pairOf(row);
    return row.verdict.kind === 'good' && key !== undefined && keys.has(key)
      ? against(row, { code: 'open-request-exists', subject: row.verdict.beneficiary.displayName })
      : row;
  });
}

/** Of lines that mean the same the first one counts. */
function refuseRepeated(rows: readonly BatchRow[]): readonly BatchRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = pairOf(row);
    if (key === undefined || !seen.has(key)) {
      seen.add(key ?? '');
      return row;
    }
    const subject = 'row-repeated' satisfies Complaint;
    return against(row, { code: 'input-not-valid', subject });
  });
}

function pairOf({ verdict }: BatchRow): string | undefined {
  if (verdict.kind !== 'good') {
    return undefined;
  }
  return `${verdict.beneficiary.id} ${groupKey({ kind: 'existing', ...verdict.group })}`;
}

function against(row: BatchRow, refusal: Refusal): BatchRow {
  return { ...row, verdict: { kind: 'refused', refusals: [refusal] } };
}

/** Each rule once; lists have few, because they are about few groups. */
function rulesOf(rules: readonly Rule[]): BatchRules {
  return {
    reasons: unique(rules.flatMap(({ reasonRule }) => reasonRule ?? [])),
    tickets: unique(rules.flatMap(({ ticketRule }) => ticketRule ?? [])),
  };
}

function unique<T>(rules: readonly T[]): readonly T[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}
