import {
  AccessPackageId,
  AssignmentRequestId,
  CatalogId,
  GroupId,
  PolicyId,
  UserId,
} from '../../src/domain/ids.ts';

export const userId = UserId.parse('aaaaaaaa-0000-4000-8000-000000000001');
export const groupId = GroupId.parse('bbbbbbbb-0000-4000-8000-000000000001');
export const catalogId = CatalogId.parse('cccccccc-0000-4000-8000-000000000001');
export const packageId = AccessPackageId.parse('dddddddd-0000-4000-8000-000000000001');
export const policyId = PolicyId.parse('eeeeeeee-0000-4000-8000-000000000001');
export const requestId = AssignmentRequestId.parse('ffffffff-0000-4000-8000-000000000001');
export const resourceId = '11111111-0000-4000-8000-000000000001';
export const roleId = '22222222-0000-4000-8000-000000000001';
export const scopeId = '33333333-0000-4000-8000-000000000001';
export const tenantId = '99999999-0000-4000-8000-000000000001';
export const em = '/v1.0/identityGovernance/entitlementManagement';
