import type { ApprovalTemplate } from '../../domain/approval-policy.ts';
import type { BatchIn, BatchRow, BatchRules, RowVerdict } from '../../domain/batch.ts';
import type { Complaint } from '../../domain/complaint.ts';
import { GroupId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/person.ts';
import type { Refusal } from '../../domain/prerequisites.ts';
import { isProblem } from '../../domain/problem.ts';
import { groupKey } from '../../domain/request.ts';
import { toPerson } from '../approvers.ts';
import { inParallel } from '../in-parallel.ts';
import { propose } from '../proposal.ts';
import type { BatchDeps } from './deps.ts';
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
    rows: refuseRepeated(await refuseOpen(deps, batch, rows)),
    rules: rulesOf([...looked.values()].flatMap(({ rule }) => rule ?? [])),
    updatedAt: deps.clock.now(),
  };
}

async function lookAt(deps: BatchDeps, actor: Actor, row: BatchRow): Promise<Looked> {
  if (row.complaint !== undefined) {
    return refused([{ code: 'input-not-valid', subject: row.complaint }]);
  }
  try {
    const group = await findGroup(deps, row.group);
    return group.kind === 'found' ? await tryOut(deps, actor, { row, id: group.id }) : group.looked;
  } catch (error) {
    if (isProblem(error)) {
      return refused([{ code: error.code, subject: row.who }]);
    }
    throw error;
  }
}

type Finding =
  | { readonly kind: 'found'; readonly id: GroupId }
  | { readonly kind: 'not-found'; readonly looked: Looked };

/** By id or by its exact name. A name that nobody has is refused, so that a slip of the pen creates no group. */
async function findGroup({ directory }: BatchDeps, text: string): Promise<Finding> {
  const id = GroupId.safeParse(text);
  if (id.success) {
    return { kind: 'found', id: id.data };
  }
  const wanted = text.toLowerCase();
  const offers = await directory.searchGroups(text, 25);
  const [only, ...more] = offers.filter(({ displayName }) => displayName.toLowerCase() === wanted);
  if (only === undefined) {
    const looked = refused([{ code: 'group-not-found', subject: text }]);
    return { kind: 'not-found', looked };
  }
  const subject = 'row-group-ambiguous' satisfies Complaint;
  return more.length === 0
    ? { kind: 'found', id: only.id }
    : { kind: 'not-found', looked: refused([{ code: 'input-not-valid', subject }]) };
}

async function tryOut(
  deps: BatchDeps,
  actor: Actor,
  { row, id }: { readonly row: BatchRow; readonly id: GroupId },
): Promise<Looked> {
  const group = { kind: 'existing', id } as const;
  const proposed = await propose(deps, actor, { beneficiary: row.who, group, days: row.days });
  if (proposed.kind === 'refused') {
    return refused(proposed.refusals);
  }
  const { user, choice, template } = proposed.proposal;
  const limit = Math.min(
    deps.settings.maximumDays,
    template.maximumDays ?? Number.POSITIVE_INFINITY,
  );
  const isEndless = row.days === undefined && template.maximumDays === undefined;
  if (!isEndless && (row.days ?? Number.POSITIVE_INFINITY) > limit) {
    return refused([{ code: 'duration-too-long', subject: String(limit) }]);
  }
  const { displayName } = choice;
  const verdict = {
    kind: 'good',
    beneficiary: toPerson(user),
    group: { id, displayName },
  } as const;
  return { verdict, rule: template };
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
