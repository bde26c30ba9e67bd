import { z } from 'zod';
import { GroupId } from '../domain/ids.ts';
import type { ProvisioningScope } from '../domain/provisioning.ts';

const Clause = z.object({ sourceOperandName: z.string().nullish() });
const Filter = z.object({
  groups: z.array(z.object({ clauses: z.array(Clause).nullish() })).nullish(),
});
const Mapping = z.object({
  targetAttributeName: z.string().nullish(),
  source: z
    .object({ type: z.string().nullish(), expression: z.string().nullish() })
    .loose()
    .nullish(),
});
const ObjectMapping = z.object({
  enabled: z.boolean().nullish(),
  sourceObjectName: z.string().nullish(),
  scope: Filter.nullish(),
  attributeMappings: z.array(Mapping).nullish(),
});
type ObjectMapping = z.infer<typeof ObjectMapping>;
const Rule = z.object({
  id: z.string(),
  groupFilter: z.object({ includedGroups: z.array(z.string()).nullish() }).nullish(),
  objectMappings: z.array(ObjectMapping).nullish(),
});
type Rule = z.infer<typeof Rule>;

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema */
export const ProvisioningSchema = z.object({ synchronizationRules: z.array(Rule).nullish() });
export type ProvisioningSchema = z.infer<typeof ProvisioningSchema>;

/** What the rule about groups says. */
export interface GroupRule {
  readonly ruleId: string;
  readonly scope: ProvisioningScope;
  readonly organizationalUnit?: string | undefined;
}

/** The clauses that every job has and nobody sees: security groups of the cloud. */
const always: ReadonlySet<string> = new Set(['securityenabled', 'mailenabled', 'dirsyncenabled']);

/** Finds the rule that writes groups; undefined when the schema has none. */
export function findGroupRule({ synchronizationRules }: ProvisioningSchema): GroupRule | undefined {
  for (const rule of synchronizationRules ?? []) {
    const mapping = rule.objectMappings?.find(isAboutGroups);
    if (mapping !== undefined) {
      const organizationalUnit = unitOf(mapping);
      return { ruleId: rule.id, scope: scopeOf(rule, mapping), organizationalUnit };
    }
  }
  return undefined;
}

function isAboutGroups({ enabled, sourceObjectName }: ObjectMapping): boolean {
  return enabled !== false && sourceObjectName?.toLowerCase() === 'group';
}

/** An empty list means that groups are not chosen one by one. */
function scopeOf({ groupFilter }: Rule, { scope }: ObjectMapping): ProvisioningScope {
  const included = groupFilter?.includedGroups ?? [];
  if (included.length > 0) {
    const groupIds = included.flatMap((id) => GroupId.safeParse(id).data ?? []);
    // Distinguished names and the like are nothing that a group could be compared with.
    return groupIds.length === included.length ? { kind: 'groups', groupIds } : { kind: 'unknown' };
  }
  const clauses = (scope?.groups ?? []).flatMap((group) => group.clauses ?? []);
  const names = clauses.map(({ sourceOperandName }) => sourceOperandName ?? '');
  const attributes = names.filter((name) => !always.has(name.toLowerCase()));
  return attributes.length === 0 ? { kind: 'all' } : { kind: 'filtered', attributes };
}

/** A constant, quoted or not; an expression such as `Switch([displayName], …)` chooses anew for each group. */
function unitOf({ attributeMappings }: ObjectMapping): string | undefined {
  const mapping = attributeMappings?.find(
    ({ targetAttributeName }) => targetAttributeName?.toLowerCase() === 'parentdistinguishedname',
  );
  const text = mapping?.source?.expression?.trim().replaceAll(/^"|"$/g, '');
  return text !== undefined && /^(?:OU|CN|DC)=/i.test(text) ? text : undefined;
}
