import type { Directory } from '../../domain/ports.ts';
import { type Refusal, refuseGroup, refuseTenant, refuseUser } from '../../domain/prerequisites.ts';
import { Problem } from '../../domain/problem.ts';
import type { Request } from '../../domain/request.ts';
import type { StepResult } from './step.ts';

/**
 * The prerequisites of the procedure, looked at once more before anything is changed: group writeback is enabled,
 * the organizational unit is configured, and user and group are still of a kind that can be written back.
 */
export async function checkPrerequisites(
  directory: Directory,
  request: Pick<Request, 'beneficiary' | 'group'>,
): Promise<StepResult<undefined>> {
  const tenant = await directory.getWritebackTenant();
  const user = await directory.findUser(request.beneficiary.id);
  const group =
    request.group.kind === 'existing' ? await directory.findGroup(request.group.id) : undefined;
  const refusals: readonly Refusal[] = [
    ...refuseTenant(tenant),
    ...(user === undefined
      ? [{ code: 'user-not-found' as const, subject: request.beneficiary.displayName }]
      : refuseUser(user)),
    ...(group === undefined ? [] : refuseGroup(group, tenant)),
  ];
  const [first] = refusals;
  if (first !== undefined) {
    throw new Problem(first.code, { detail: `${first.code}: ${first.subject}` });
  }
  return { changed: false, summary: 'The prerequisites are met.', value: undefined };
}
