import { z } from 'zod';
import { AccessPackageId, CatalogId, GroupId, UserId } from '../domain/ids.ts';
import { Escalation, Name, Need, Source } from './stage-schema.ts';
import { DurationText } from './values.ts';

/** A request as an expectation describes it. */
const ExpectedRequest = z.strictObject({
  requester: UserId,
  /** Absent: the requester. */
  beneficiary: UserId.optional(),
  group: z.strictObject({
    id: GroupId.optional(),
    name: z.string(),
    kind: z.enum(['new', 'existing']).default('existing'),
  }),
  catalog: z
    .strictObject({ id: CatalogId.optional(), name: z.string() })
    .default({ name: 'Writeback' }),
  accessPackage: z.strictObject({ id: AccessPackageId.optional(), name: z.string() }).optional(),
  /** Groups that the requester is a member of. */
  memberOf: z.array(GroupId).default([]),
  /** `none`: no expiration. Absent: not judged. */
  days: z.union([z.number().int().min(1), z.literal('none')]).optional(),
  reason: z.string().optional(),
  ticket: z.string().optional(),
});

const ExpectedStage = z.strictObject({
  name: Name.optional(),
  approvers: z.array(Source).optional(),
  need: Need.optional(),
  escalation: z.union([Escalation, z.literal(false)]).optional(),
});
export type ExpectedStage = z.infer<typeof ExpectedStage>;

const expectedFields = {
  rule: Name.optional(),
  refused: z.string().optional(),
  stages: z.array(ExpectedStage).optional(),
  distinctApprovers: z.boolean().optional(),
  expiresAfter: DurationText.optional(),
  maximumDays: z.number().int().optional(),
  /** The request asks for more days than the rule allows. */
  tooLong: z.boolean().default(false),
  reasonError: z.string().optional(),
  ticketError: z.string().optional(),
  /** Hours, or false where it is not allowed. */
  breakGlass: z.union([z.number(), z.literal(false)]).optional(),
};

/** Only what is named is compared. */
const Expected = z.strictObject(expectedFields).superRefine((expected, context) => {
  const named = Object.entries(expected)
    .filter(([key, value]) => value !== undefined && !(key === 'tooLong' && value === false))
    .map(([key]) => key);
  if (named.length === 0) {
    context.addIssue({ code: 'custom', message: 'must expect something' });
  }
  if (named.includes('refused') && !named.every((key) => key === 'refused' || key === 'rule')) {
    const message = 'must stand beside nothing but `rule`, because a refused request has no route';
    context.addIssue({ code: 'custom', path: ['refused'], message });
  }
});
export type Expected = z.infer<typeof Expected>;

export const Expectation = z.strictObject({
  name: z.string().optional(),
  request: ExpectedRequest,
  expect: Expected,
});
export type Expectation = z.infer<typeof Expectation>;

export const Expectations = z.array(Expectation);

/** A file that holds expectations alone. */
export const ExpectationsFile = z.strictObject({
  tests: Expectations.min(1, 'must have at least one test'),
});
