import type { Approver } from '../../domain/approval.ts';
import type { Actor } from '../../domain/person.ts';
import type { Refusal } from '../../domain/prerequisites.ts';
import { isProblem } from '../../domain/problem.ts';
import { inParallel } from '../in-parallel.ts';
import { refuseTooMany } from '../open-limit.ts';
import { previewRoute } from '../submit.ts';
import type { RoutePreview } from '../use-cases.ts';
import type { BatchUseCases, RoutesPreview, SharedRoute } from './batch-use-cases.ts';
import type { BatchDeps } from './deps.ts';
import { rememberAnswers } from './remember.ts';

const atOnce = 6;

/** Who would be asked about each of these people; those for whom it is the same stand together. */
export async function previewRoutes(
  deps: BatchDeps,
  actor: Actor,
  { people, ...wish }: Parameters<BatchUseCases['previewRoutes']>[1],
): Promise<RoutesPreview> {
  const remembering = rememberAnswers(deps);
  const names = await namesOf(remembering, people);
  const previews = new Map<string, RoutePreview>();
  await inParallel(atOnce, people, async (beneficiary) => {
    previews.set(beneficiary, await previewFor(remembering, actor, { ...wish, beneficiary }));
  });
  const routes = new Map<string, SharedRoute>();
  const refusals: Refusal[] = [...(await refuseTooMany(deps, actor))];
  for (const who of people) {
    const preview = previews.get(who);
    if (preview?.kind === 'refused') {
      refusals.push(...preview.refusals);
    } else if (preview !== undefined) {
      const key = keyOf(preview);
      const { shown = preview, people: others = [] } = routes.get(key) ?? {};
      routes.set(key, { shown, people: [...others, names.get(who) ?? who] });
    }
  }
  return { routes: [...routes.values()], refusals };
}

export async function namesOf(
  { directory }: Pick<BatchDeps, 'directory'>,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  await inParallel(atOnce, people, async (who) => {
    const user = await directory.findUserByName(who);
    if (user !== undefined) {
      names.set(who, user.displayName);
    }
  });
  return names;
}

async function previewFor(
  deps: BatchDeps,
  actor: Actor,
  wish: Parameters<typeof previewRoute>[2],
): Promise<RoutePreview> {
  try {
    return await previewRoute(deps, actor, wish);
  } catch (error) {
    if (isProblem(error)) {
      const subject = wish.beneficiary ?? actor.displayName;
      return { kind: 'refused', refusals: [{ code: error.code, subject }] };
    }
    throw error;
  }
}

/** What of a way its reader sees. */
function keyOf({
  route,
  reasonRule,
  ticketRule,
  maximumDays,
}: Extract<RoutePreview, { readonly kind: 'route' }>): string {
  const stages = route.stages.map(({ name, need, approvers, escalation }) => [
    name,
    need,
    idsOf(approvers),
    escalation?.afterMs,
    idsOf(escalation?.approvers ?? []),
  ]);
  return JSON.stringify([stages, reasonRule, ticketRule, maximumDays]);
}

function idsOf(approvers: readonly Approver[]): readonly string[] {
  return approvers.map(({ person }) => person.id).toSorted();
}
