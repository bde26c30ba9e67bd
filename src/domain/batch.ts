import { z } from 'zod';
import { BatchId, GroupId, RequestId, TenantId } from './ids.ts';
import { Person } from './person.ts';
import { isOpen, type Request } from './request.ts';

const Instant = z.coerce.date();

/** Longest list; each line becomes a request of its own. */
export const mostRows = 200;

/** One reason against a line: a ProblemCode, or for `input-not-valid` a Complaint as its subject. */
const RowRefusal = z.object({ code: z.string(), subject: z.string() });

/** What is known of one line of a list. */
export const RowVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unchecked') }),
  /** It could be sent when it was checked. */
  z.object({
    kind: z.literal('good'),
    beneficiary: Person,
    group: z.object({ id: GroupId, displayName: z.string() }),
  }),
  z.object({
    kind: z.literal('refused'),
    refusals: z.array(RowRefusal).min(1).readonly(),
    /** Names of what stands in the line as an object id, where they are known. */
    whoName: z.string().optional(),
    groupName: z.string().optional(),
  }),
  z.object({ kind: z.literal('sent'), requestId: RequestId }),
]);
export type RowVerdict = z.infer<typeof RowVerdict>;

/** One line as somebody wrote it, with what became of it. */
export const BatchRow = z.object({
  /** Number of the line in what was pasted or attached. */
  row: z.number().int().min(1),
  /** A user principal name or an object id. */
  who: z.string(),
  /** A group's exact name or its object id. */
  group: z.string(),
  /** Undefined: no end. */
  days: z.number().int().optional(),
  /** The duration as it was written. */
  duration: z.string(),
  /** The whole line as it was written; absent where it says its columns in an order of its own. */
  text: z.string().optional(),
  /** Why the line could not be read; a Complaint. */
  complaint: z.string().optional(),
  verdict: RowVerdict,
});
export type BatchRow = z.infer<typeof BatchRow>;

const TextRule = z.object({
  minimumLength: z.number().optional(),
  pattern: z.string().optional(),
  message: z.string(),
});

/** What the rules of the good lines want to be said with the list. */
export const BatchRules = z.object({
  reasons: z.array(TextRule).readonly(),
  /** Not empty: a ticket number is needed. */
  tickets: z.array(TextRule).readonly(),
});
export type BatchRules = z.infer<typeof BatchRules>;

export const OrderKind = z.enum(['approve', 'deny', 'cancel', 'retry']);
export type OrderKind = z.infer<typeof OrderKind>;

/** One click on the whole list, carried out request by request by the ordinary use cases as this person. */
export const BatchOrder = z.object({
  kind: OrderKind,
  by: Person,
  comment: z.string().optional(),
  /** When the card was drawn: what has been asked since then has not been seen and is left alone. */
  seenAt: Instant,
  /** What they saw that each request would change; another plan by now is left alone. Of a decision only. */
  planHashes: z
    .array(z.object({ requestId: RequestId, planHash: z.string() }))
    .readonly()
    .optional(),
  at: Instant,
  /** Absent while it is being carried out. */
  result: z
    .object({
      done: z.number().int(),
      refused: z
        .array(
          z.object({
            row: z.number().int(),
            code: z.string(),
            /** The stage or the group of approvers that it is about, where the code is about one. */
            detail: z.string().optional(),
          }),
        )
        .readonly(),
    })
    .optional(),
});
export type BatchOrder = z.infer<typeof BatchOrder>;

const Core = z.object({
  id: BatchId,
  /** Counts the changes; every change is a compare-and-swap on it. */
  version: z.number().int(),
  tenantId: TenantId,
  requester: Person,
  rows: z.array(BatchRow).min(1).readonly(),
  createdAt: Instant,
  updatedAt: Instant,
});
/** Typed with the form already, or not yet. */
const MaybeReason = { reason: z.string().optional(), ticket: z.string().optional() };
const Said = { reason: z.string(), ticket: z.string().optional() };

/**
 * A list of requests made together: read, checked line by line, shown, and then sent as one request per good line.
 * After that the requests have lives of their own, and the list only shows them and takes clicks for all of them.
 */
export const Batch = z.discriminatedUnion('state', [
  Core.extend({ ...MaybeReason, state: z.literal('checking') }),
  Core.extend({ ...MaybeReason, state: z.literal('draft'), rules: BatchRules }),
  Core.extend({ ...MaybeReason, state: z.literal('discarded') }),
  Core.extend({ ...Said, state: z.literal('sending') }),
  Core.extend({ ...Said, state: z.literal('sent'), orders: z.array(BatchOrder).readonly() }),
]);
export type Batch = z.infer<typeof Batch>;
export type BatchState = Batch['state'];
export type BatchIn<S extends BatchState> = Extract<Batch, { readonly state: S }>;

/** Whether the engine has something to do for it. */
export function needsWork(batch: Batch): boolean {
  switch (batch.state) {
    case 'checking':
    case 'sending':
      return true;
    case 'draft':
    case 'discarded':
      return false;
    case 'sent':
      return openOrder(batch) !== undefined;
  }
}

/** The order that is carried out now or next. */
export function openOrder({ orders }: BatchIn<'sent'>): BatchOrder | undefined {
  return orders.find(({ result }) => result === undefined);
}

/** Whether everything that was sent has come to an end; a list of which nothing was sent has none. */
export function isFinished(batch: Batch, requests: readonly Request[]): boolean {
  return (
    batch.state === 'sent' && requests.length > 0 && requests.every((request) => !isOpen(request))
  );
}

export function rowsIn(
  { rows }: Pick<Batch, 'rows'>,
  kind: RowVerdict['kind'],
): readonly BatchRow[] {
  return rows.filter(({ verdict }) => verdict.kind === kind);
}
