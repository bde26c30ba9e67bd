import { z } from 'zod';
import type { Answer, Call, Route } from './call.ts';
import { contextOf } from './call.ts';
import { demandJob } from './cloud-sync.ts';
import { groupRuleId } from './cloud-sync-schema.ts';
import type { JsonObject } from './json.ts';
import type { OnDemandOutcome } from './provisioning-ledger.ts';
import { badRequest, refuse, resourceMissing } from './refusal.ts';
import { toIso, type World } from './world.ts';

const mostMembers = 5;
const Subject = z.object({ objectId: z.string(), objectTypeName: z.string() });
const Group = Subject.extend({ links: z.object({ members: z.array(Subject) }).optional() });
const Body = z.object({
  parameters: z
    .array(
      z.object({
        ruleId: z.string(),
        subjects: z.array(Group).length(1),
      }),
    )
    .length(1),
});

export const onDemandRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'servicePrincipals/{}/synchronization/jobs/{}/provisionOnDemand',
    permission: 'Synchronization.ReadWrite.All',
    handle: provisionOnDemand,
  },
];

/** https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand */
function provisionOnDemand(world: World, call: Call): Answer {
  demandJob(world, call);
  if (!world.provisioning.admit('on-demand')) {
    throw refuse(429, 'TooManyRequests', 'Please retry again later.');
  }
  const { id, memberIds } = readWish(world, call);
  return {
    status: 200,
    effects: [{ kind: 'provisioned-on-demand', id }],
    later: async () => toBody(world, call, await provision(world, id, memberIds)),
  };
}

function readWish(
  world: World,
  call: Call,
): { readonly id: string; readonly memberIds: readonly string[] } {
  const [parameter] = Body.safeParse(call.body).data?.parameters ?? [];
  const [group] = parameter?.subjects ?? [];
  if (parameter === undefined || group === undefined) {
    throw badRequest('One group with its members is expected.');
  }
  if (parameter.ruleId !== groupRuleId) {
    throw resourceMissing(parameter.ruleId);
  }
  if (world.groups.get(group.objectId) === undefined) {
    throw resourceMissing(group.objectId);
  }
  return { id: group.objectId, memberIds: memberIdsOf(group) };
}

function memberIdsOf({ links }: z.infer<typeof Group>): readonly string[] {
  const ids = links?.members.map(({ objectId }) => objectId) ?? [];
  if (ids.length > mostMembers) {
    throw badRequest('No more than five members can be provisioned on demand.');
  }
  return ids;
}

function provision(
  world: World,
  groupId: string,
  memberIds: readonly string[],
): Promise<OnDemandOutcome> {
  const { agent } = world.provisioning;
  return agent === undefined
    ? Promise.resolve({ result: 'Failure', error: noAgent, skippedIds: [] })
    : agent.provision(groupId, memberIds);
}

/** What the service says when nobody on premises answers. */
export const noAgent = {
  code: 'HybridIdentityServiceNoActiveAgents',
  message: 'No active agent was found for this domain.',
};

/** Two strings of JSON. */
function toBody(world: World, call: Call, outcome: OnDemandOutcome): JsonObject {
  const { result, error, skippedIds } = outcome;
  const details = error && { errorCode: error.code, errorMessage: error.message };
  const timestamp = toIso(world.now());
  const steps = [
    {
      name: 'EntryImport',
      type: 'Import',
      status: 'Success',
      description: 'Retrieved the group',
      timestamp,
      details: {},
    },
    ...skippedIds.map((objectId) => ({
      name: 'ReferenceResolution',
      type: 'ReferenceResolution',
      status: 'Skipped',
      description: 'The member has no object in Active Directory',
      timestamp,
      details: { objectId, SkipReason: 'ReferenceTargetNotFound' },
    })),
  ];
  return {
    '@odata.context': contextOf(call.version, 'microsoft.graph.stringKeyStringValuePair'),
    key: JSON.stringify({ result, details: details ?? {} }),
    value: JSON.stringify({ provisioningSteps: steps }),
  };
}
