import type { Certainty } from './cause.ts';
import { evidence, type Facts, type Hint, type Rule } from './facts.ts';
import { findEngine, type Group, type WritebackEngine, type WritebackTenant } from './group.ts';
import type { Obstacle } from './obstacle.ts';
import { isInScope } from './provisioning.ts';

/** Can this group be given by an access package and written back by an engine that the tenant has? */
export function findGroupObstacle(group: Group, tenant: WritebackTenant): Obstacle | undefined {
  if (group.isSynced) {
    return { code: 'group-is-synced', shownBy: [['onPremisesSyncEnabled', true]] };
  }
  if (group.isDynamic) {
    return { code: 'group-is-dynamic', shownBy: [['groupTypes', 'DynamicMembership']] };
  }
  if (group.isRoleAssignable) {
    return { code: 'group-is-role-assignable', shownBy: [['isAssignableToRole', true]] };
  }
  if (group.kind === 'distribution' || group.kind === 'mail-enabled-security') {
    return { code: 'group-is-distribution', shownBy: [['kind', group.kind]] };
  }
  return findEngineObstacle(group, tenant);
}

function findEngineObstacle(group: Group, tenant: WritebackTenant): Obstacle | undefined {
  const engine = findEngine(group.kind, tenant.engines);
  if (engine === 'cloud-sync') {
    return findScopeObstacle(group, tenant);
  }
  return engine === undefined ? findIdleEngine(group, tenant) : undefined;
}

/** Cloud Sync writes what is in the scope of its job, whatever the group itself says; where only the job can tell, nothing is refused. */
function findScopeObstacle({ id }: Group, { cloudSync }: WritebackTenant): Obstacle | undefined {
  return cloudSync === undefined || isInScope(cloudSync, id) !== false
    ? undefined
    : {
        code: 'group-out-of-scope',
        shownBy: [
          ['scope', cloudSync.scope.kind],
          ['group', id],
        ],
      };
}

function findIdleEngine(
  { kind }: Group,
  { cloudSync, engines }: WritebackTenant,
): Obstacle | undefined {
  const { state } = cloudSync?.status ?? {};
  if (kind === 'security' && (state === 'paused' || state === 'not-started')) {
    return { code: `job-${state}`, shownBy: [['status.code', state]] };
  }
  return engines.length === 0
    ? undefined
    : {
        code: 'group-kind-not-writable',
        shownBy: [
          ['kind', kind],
          ['engines of the tenant', engines],
        ],
      };
}

export const groupRules: readonly Rule[] = [missing, obstacle, writebackFlag, size];

function missing({ group, request }: Facts): readonly Hint[] {
  if (group === undefined || group.value !== undefined || !('setUp' in request)) {
    return [];
  }
  const what = `groups/${request.setUp?.groupId ?? ''}` as const;
  return [
    {
      code: 'group-not-found',
      certainty: 'certain',
      evidence: evidence('entra-group', group.at, [[what, 404]]),
    },
  ];
}

function obstacle({ group, tenant }: Facts): readonly Hint[] {
  if (group?.value === undefined || tenant === undefined) {
    return [];
  }
  const found = findGroupObstacle(group.value, tenant.value);
  return found === undefined
    ? []
    : [
        {
          code: found.code,
          certainty: 'certain',
          evidence: evidence('entra-group', group.at, found.shownBy),
        },
      ];
}

/** Only Connect reads the setting of the group; Cloud Sync writes what is in the scope of its job. */
function writebackFlag(facts: Facts): readonly Hint[] {
  const { group, request } = facts;
  const { engine } = request.plan.writeback;
  if (group?.value === undefined || !('setUp' in request) || engine === 'cloud-sync') {
    return [];
  }
  const { isEnabled } = group.value.writeback;
  if (isEnabled === true) {
    return [];
  }
  const shown = evidence('entra-group', group.at, [
    ['writebackConfiguration.isEnabled', isEnabled ?? null],
  ]);
  return isEnabled === false
    ? [{ code: 'group-writeback-off', certainty: honours(engine), evidence: shown }]
    : [undecided(facts, shown)];
}

/** Whether version 1 of Connect's group writeback heeds `false` is not documented. */
function honours(engine: WritebackEngine): Certainty {
  return engine === 'connect-v2' ? 'certain' : 'likely';
}

/** Null counts as on for a Microsoft 365 group, unless the tenant's default for new groups is off. */
function undecided({ writebackDefault, group }: Facts, [first, ...rest]: Hint['evidence']): Hint {
  const isOffByDefault =
    writebackDefault?.value === false || group?.value?.kind !== 'microsoft-365';
  const byDefault =
    writebackDefault === undefined
      ? []
      : evidence('entra-tenant', writebackDefault.at, [
          ['NewUnifiedGroupWritebackDefault', writebackDefault.value],
        ]);
  return {
    code: 'group-writeback-undecided',
    certainty: isOffByDefault ? 'likely' : 'possible',
    evidence: [first, ...rest, ...byDefault],
  };
}

/** What the engines' pages name as the largest group. */
const largest: Readonly<Record<WritebackEngine, number>> = {
  'connect-v1': 250_000,
  'connect-v2': 250_000,
  'cloud-sync': 50_000,
};
const largestForSure = 50_000;

function size({ memberCount, request }: Facts): readonly Hint[] {
  if (memberCount === undefined || memberCount.value <= largestForSure) {
    return [];
  }
  const isTooLarge = memberCount.value > largest[request.plan.writeback.engine];
  return [
    {
      code: 'group-too-large',
      certainty: isTooLarge ? 'certain' : 'possible',
      evidence: evidence('entra-group', memberCount.at, [['members/$count', memberCount.value]]),
    },
  ];
}
