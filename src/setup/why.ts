import type { Diagnosis } from '../domain/cause.ts';
import { diagnose, withoutDetails } from '../domain/diagnosis.ts';
import type { RequestId } from '../domain/ids.ts';
import type { Actor } from '../domain/person.ts';
import { findVisible } from './decisions.ts';
import type { SetupDeps } from './deps.ts';
import { gatherFacts } from './facts.ts';

/**
 * "Why not yet?", answered from what the world says now, for everybody who may see the request; inner names and links
 * into the portal are for administrators. Throws `request-not-found`, and nothing else that is expected.
 */
export async function explain(deps: SetupDeps, actor: Actor, id: RequestId): Promise<Diagnosis> {
  const request = await findVisible(deps, actor, id);
  const diagnosis = diagnose(await gatherFacts(deps, request));
  return deps.settings.administrators.includes(actor.id) ? diagnosis : withoutDetails(diagnosis);
}
