import { RequestId } from '../../src/domain/ids.ts';
import type { RequestIn, RequestState } from '../../src/domain/request.ts';
import { at, requestIn } from './requests.ts';

/** What the set-up of a fixed request has produced. */
export const fixedIds = {
  groupId: 'bbbbbbbb-0000-4000-8000-000000000001',
  catalogId: 'cccccccc-0000-4000-8000-000000000001',
  accessPackageId: 'cccccccc-0000-4000-8000-000000000002',
  policyId: 'cccccccc-0000-4000-8000-000000000003',
  assignmentRequestId: 'cccccccc-0000-4000-8000-000000000004',
};

/** A request with fixed ids, so that golden files stay the same. */
export function fixedRequest<S extends RequestState>(
  state: S,
  changes: Partial<RequestIn<S>> = {},
): RequestIn<S> {
  const isSetUp = state !== 'failed';
  const fixed = {
    id: RequestId.parse('WB-7K3F2Q9X'),
    version: 4,
    ...(isSetUp ? { setUp: { ...fixedIds, submittedAt: at(2) } } : {}),
  };
  return requestIn(state, { ...(fixed as unknown as Partial<RequestIn<S>>), ...changes });
}
