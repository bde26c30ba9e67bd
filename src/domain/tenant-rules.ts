import type { Source } from './cause.ts';
import { isSameName } from './distinguished-name.ts';
import { evidence, type Facts, type Hint, type Rule, type Seen } from './facts.ts';
import type { WritebackTenant } from './group.ts';
import type { Obstacle } from './obstacle.ts';

/** Is the tenant prepared: hybrid, writeback on, organizational unit known? */
export function findTenantObstacle(tenant: WritebackTenant): Obstacle | undefined {
  if (!tenant.isHybrid || tenant.engines.length === 0) {
    return {
      code: 'writeback-off',
      shownBy: [
        ['onPremisesSyncEnabled', tenant.isHybrid],
        ['engines of the tenant', tenant.engines],
      ],
    };
  }
  return tenant.organizationalUnit === undefined
    ? {
        code: 'organizational-unit-missing',
        shownBy: [['writebackConfiguration.unifiedGroupContainer', null]],
      }
    : undefined;
}

export const tenantRules: readonly Rule[] = [obstacle, otherUnit];

function obstacle({ tenant }: Facts): readonly Hint[] {
  const found = tenant === undefined ? undefined : findTenantObstacle(tenant.value);
  return tenant === undefined || found === undefined
    ? []
    : [
        {
          code: found.code,
          certainty: 'certain',
          evidence: evidence('entra-tenant', tenant.at, found.shownBy),
        },
      ];
}

/** Groups go somewhere else than where they are looked for. */
function otherUnit(facts: Facts): readonly Hint[] {
  const { request } = facts;
  const { organizationalUnit: planned } = request.plan.writeback;
  const unit = unitOf(facts);
  if (unit?.value === undefined || isSameName(unit.value, planned)) {
    return [];
  }
  return [
    {
      code: 'organizational-unit-differs',
      certainty: 'likely',
      evidence: [
        ...evidence(unit.source, unit.at, [['organizational unit', unit.value]]),
        ...evidence('writeback', request.createdAt, [['organizational unit', planned]]),
      ],
    },
  ];
}

function unitOf({
  tenant,
  job,
  request,
}: Facts): (Seen<string | undefined> & { readonly source: Source }) | undefined {
  if (request.plan.writeback.engine === 'cloud-sync') {
    const value = job?.value?.organizationalUnit;
    return job && { value, at: job.at, source: 'cloud-sync' };
  }
  const value = tenant?.value.organizationalUnit;
  return tenant && { value, at: tenant.at, source: 'entra-tenant' };
}
