import type { Batch } from '../../domain/batch.ts';
import {
  type BatchOption,
  batchOptionsOf,
  isMeant,
  visibleMembers,
} from '../../domain/batch-authority.ts';
import type { BatchView } from '../../domain/batch-view.ts';
import type { BatchId } from '../../domain/ids.ts';
import type { Actor } from '../../domain/person.ts';
import { Problem } from '../../domain/problem.ts';
import type { Request } from '../../domain/request.ts';
import { rolesNow } from '../decisions.ts';
import type { BatchClick } from './batch-use-cases.ts';
import type { BatchDeps } from './deps.ts';
import { plansHashOf } from './seen-plans.ts';

const attempts = 20;

/** The list, if this person may see it; for everybody else it does not exist. */
export async function view(deps: BatchDeps, actor: Actor, id: BatchId): Promise<BatchView> {
  const batch = await deps.batches.find(actor.tenantId, id);
  const found =
    batch &&
    viewOf(deps, actor, {
      batch,
      requests: await deps.batches.listRequests(actor.tenantId, id),
    });
  if (found === undefined) {
    throw new Problem('request-not-found', { detail: id });
  }
  return found;
}

/** Undefined when this person may not see it. */
export function viewOf(
  deps: BatchDeps,
  actor: Pick<Actor, 'tenantId' | 'id'>,
  { batch, requests }: { readonly batch: Batch; readonly requests: readonly Request[] },
): BatchView | undefined {
  const members = requests.map((request) => ({ request, roles: rolesNow(deps, actor, request) }));
  const visible = visibleMembers(actor, batch, members);
  if (visible === undefined) {
    return undefined;
  }
  const byRow = new Map(visible.map(({ request }) => [request.batch?.row, request]));
  const entries = batch.rows.map((row) => ({ row, request: byRow.get(row.row) }));
  const isRequester = actor.id === batch.requester.id;
  return {
    batch,
    entries: isRequester ? entries : entries.filter(({ request }) => request !== undefined),
    options: batchOptionsOf(actor, batch, visible),
    approvable: visible.filter((member) => isMeant('approve', member)).length,
    decidable: visible.filter((member) => isMeant('deny', member)).length,
    seenAt: deps.clock.now(),
    plansHash: plansHashOf(requests),
  };
}

interface Intent {
  readonly actor: Actor;
  readonly click: BatchClick;
  readonly option: BatchOption;
}

/** Reads, checks what this person may, and swaps; looks again when somebody was faster. */
export async function change(
  deps: BatchDeps,
  { actor, click, option }: Intent,
  next: (batch: Batch, view: BatchView) => Batch | undefined,
): Promise<BatchView> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const current = await view(deps, actor, click.batchId);
    const { batch, options } = current;
    if (!options.includes(option)) {
      throw refusalOf(batch, option);
    }
    const changed = next(batch, current);
    const stored =
      changed && (await deps.batches.advance(batch, { ...changed, updatedAt: deps.clock.now() }));
    if (stored !== undefined) {
      return view(deps, actor, click.batchId);
    }
  }
  throw new Problem('already-decided', { detail: `${click.batchId} was changed by somebody else` });
}

function refusalOf({ id, state }: Batch, option: BatchOption): Problem {
  return new Problem('already-decided', { detail: `${option} of ${id} in state ${state}` });
}
