import { z } from 'zod';
import { AccessPackageId, CatalogId, GroupId, UserId } from '../domain/ids.ts';
import { Expectations } from './expectation-schema.ts';
import { Name, Stage } from './stage-schema.ts';
import { textOf } from './text-schema.ts';
import { DurationText, Pattern, WorkingHoursText } from './values.ts';

const Message = textOf(500);
const Names = z.array(Name).min(1, 'must name at least one');

const Days = z.number().int().min(1).max(3650);

const Reason = z
  .strictObject({
    minimumLength: z.number().int().min(1).max(400).optional(),
    pattern: Pattern.optional(),
    message: Message,
  })
  .refine(
    ({ minimumLength, pattern }) => minimumLength !== undefined || pattern !== undefined,
    'must have `minimumLength` or `pattern`',
  );

const Ticket = z.strictObject({ pattern: Pattern, message: Message });

const Reminders = z.strictObject({
  first: DurationText,
  backOff: z.number().min(1).max(10).default(2),
  atMost: z.number().int().min(0).max(20).default(3),
  workingHours: WorkingHoursText.optional(),
});

/** What every rule has unless it says something else. */
const Defaults = z.strictObject({
  distinctApprovers: z.boolean().optional(),
  expiresAfter: DurationText.optional(),
  maximumDays: Days.optional(),
  reminders: Reminders.optional(),
  reason: Reason.optional(),
  ticket: Ticket.optional(),
});

/** `ids` and `names` are alternatives: one of them is enough. */
function selector<Id extends z.ZodType>(id: Id) {
  return { ids: z.array(id).min(1).optional(), names: Names.optional() };
}

function saysSomething(value: object): boolean {
  return Object.values(value).some((part) => part !== undefined);
}

const GroupMatch = z
  .strictObject({ ...selector(GroupId), kind: z.enum(['new', 'existing']).optional() })
  .refine(saysSomething, 'must have `ids`, `names` or `kind`');

const CatalogMatch = z
  .strictObject(selector(CatalogId))
  .refine(saysSomething, 'must have `ids` or `names`');

const AccessPackageMatch = z
  .strictObject(selector(AccessPackageId))
  .refine(saysSomething, 'must have `ids` or `names`');

/** `users` and `memberOf` are alternatives: one of them is enough. */
export const People = z
  .strictObject({
    users: z.array(UserId).min(1).optional(),
    memberOf: z.array(GroupId).min(1).optional(),
  })
  .refine(saysSomething, 'must have `users` or `memberOf`');
export type People = z.infer<typeof People>;

export const Match = z
  .strictObject({
    group: GroupMatch.optional(),
    catalog: CatalogMatch.optional(),
    accessPackage: AccessPackageMatch.optional(),
    requester: People.optional(),
  })
  .refine(saysSomething, 'must name a condition; a rule for everything has no `match`');
export type Match = z.infer<typeof Match>;

const RuleHead = { name: Name, match: Match.optional() };

function orOff<T extends z.ZodType>(schema: T): z.ZodUnion<[T, z.ZodLiteral<false>]> {
  return z.union([schema, z.literal(false)], {
    error: 'must have its settings below it, or be false',
  });
}

/** `except`: what the rule does not refuse, although it matches. */
const RefusingRule = z.strictObject({ ...RuleHead, except: Match.optional(), refuse: Message });

const ApprovingRule = z.strictObject({
  ...RuleHead,
  stages: z.array(Stage).min(1, 'must have at least one stage').max(10),
  ...Defaults.shape,
  // What the defaults say can be taken back.
  reminders: orOff(Reminders).optional(),
  reason: orOff(Reason).optional(),
  ticket: orOff(Ticket).optional(),
  breakGlass: z.boolean().default(true),
});
export type ApprovingRule = z.infer<typeof ApprovingRule>;

export const Rule = z.union([ApprovingRule, RefusingRule], {
  error: 'must each have `stages`, or `refuse` beside nothing but `name`, `match` and `except`',
});
export type Rule = z.infer<typeof Rule>;

const BreakGlass = z.strictObject({
  enabled: z.boolean(),
  requesters: People,
  hours: z.number().int().min(1).max(72),
});

/** The approval policy as a file has it. A rule that refuses counts wherever it stands, else the first that matches. */
export const Policy = z
  .strictObject({
    defaults: Defaults.default({}),
    breakGlass: BreakGlass.optional(),
    rules: z.array(Rule).min(1, 'must have at least one rule'),
    tests: Expectations.default([]),
  })
  .meta({ title: 'Approval policy of Writeback' });
export type Policy = z.infer<typeof Policy>;
