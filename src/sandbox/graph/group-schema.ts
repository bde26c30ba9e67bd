import { z } from 'zod';
import type { Call } from './call.ts';
import { isJsonObject } from './json.ts';
import { badRequest, Refusal } from './refusal.ts';

const Writeback = z.strictObject({
  '@odata.type': z.string().optional(),
  isEnabled: z.boolean().nullable().optional(),
  onPremisesGroupType: z.string().nullable().optional(),
});
export type WritebackChange = z.infer<typeof Writeback>;

const mailNickname = z.string().regex(/^(?:(?![@()\\[\]";:<>, ])[!-~]){1,64}$/);

const changeable = {
  displayName: z.string().min(1).max(256).optional(),
  description: z.string().min(1).max(1024).nullable().optional(),
  mailNickname: mailNickname.optional(),
  visibility: z.enum(['Private', 'Public', 'HiddenMembership']).nullable().optional(),
  uniqueName: z.string().min(1).max(128).nullable().optional(),
  preferredLanguage: z.string().nullable().optional(),
  theme: z.string().nullable().optional(),
  classification: z.string().nullable().optional(),
  securityEnabled: z.boolean().optional(),
};
const writable = { writebackConfiguration: Writeback.nullable().optional() };

const GroupChange = z.strictObject(changeable);
const BetaGroupChange = z.strictObject({ ...changeable, ...writable });
export type GroupChange = z.infer<typeof BetaGroupChange>;

const creatable = {
  ...changeable,
  displayName: z.string().min(1).max(256),
  mailNickname,
  mailEnabled: z.boolean(),
  securityEnabled: z.boolean(),
  groupTypes: z.array(z.enum(['Unified', 'DynamicMembership'])).optional(),
  isAssignableToRole: z.boolean().nullable().optional(),
  membershipRule: z.string().nullable().optional(),
  membershipRuleProcessingState: z.enum(['On', 'Paused']).nullable().optional(),
  resourceBehaviorOptions: z.array(z.string()).optional(),
  resourceProvisioningOptions: z.array(z.string()).optional(),
  'owners@odata.bind': z.array(z.string()).max(20).optional(),
  'members@odata.bind': z.array(z.string()).max(20).optional(),
};
const NewGroup = z.strictObject(creatable);
const BetaNewGroup = z.strictObject({ ...creatable, ...writable });
export type NewGroup = z.infer<typeof BetaNewGroup>;

const required = ['displayName', 'mailNickname', 'mailEnabled', 'securityEnabled'];

/** What a POST, or an upsert that creates, carries. Raises 400 with Graph's words. */
export function readNewGroup(call: Call): NewGroup {
  const missing = required.find(
    (name) => !isJsonObject(call.body) || call.body[name] === undefined,
  );
  if (missing !== undefined) {
    throw badRequest(`A value is required for property '${missing}' of resource 'Group'.`);
  }
  const read = (call.version === 'beta' ? BetaNewGroup : NewGroup).safeParse(call.body);
  if (!read.success) {
    throw explain(read.error);
  }
  return read.data;
}

/** What a PATCH carries; an upsert also repeats the properties that cannot change any more. */
export function readGroupChange(call: Call, ignored: readonly string[] = []): GroupChange {
  const body = isJsonObject(call.body) ? Object.entries(call.body) : [];
  const sent = Object.fromEntries(body.filter(([name]) => !ignored.includes(name)));
  const read = (call.version === 'beta' ? BetaGroupChange : GroupChange).safeParse(sent);
  if (!read.success) {
    throw explain(read.error);
  }
  if (body.length === 0) {
    throw badRequest('Empty Payload. JSON content expected.');
  }
  return read.data;
}

function explain(error: z.ZodError): Error {
  const issue = error.issues[0];
  const property = String(issue?.path[0] ?? '');
  if (issue?.code === 'unrecognized_keys') {
    return badRequest(`Invalid property '${issue.keys[0] ?? ''}'.`);
  }
  const message = `Invalid value specified for property '${property}' of resource 'Group'.`;
  const details = [{ code: 'InvalidValue', target: property, message }];
  return new Refusal(400, 'Request_BadRequest', { message, details });
}
