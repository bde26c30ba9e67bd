import { z } from 'zod';
import { GroupId } from './ids.ts';
import { OnPremAnchors } from './person.ts';

/**
 * What the bot and the agent on premises say to each other, in JSON over HTTPS. The agent asks
 * (`pollPath`), gets one job or nothing, and answers it (`resultPath`). Three verbs and no more: none
 * carries a filter, a base, a script or a path, so a bot that was taken over can only ask who is a member
 * of a written-back group, and start cycles no faster than the agent's own floor.
 */
export const pollPath = '/agent/poll';
export const resultPath = '/agent/result';
/** Carries a compact JWS over `SignedRequest`, by the agent's own key. */
export const signatureHeader = 'writeback-signature';

/** Pairs in one `membership.check`. */
export const largestCheck = 200;

export const AgentVerb = z.enum(['membership.check', 'sync.status', 'sync.startDelta']);
export type AgentVerb = z.infer<typeof AgentVerb>;

export const AgentId = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'must be letters, digits, dots or hyphens')
  .brand('AgentId');
export type AgentId = z.infer<typeof AgentId>;

const Instant = z.iso.datetime().transform((text) => new Date(text));
const DistinguishedName = z.string().min(1).max(2048);
const Anchor = z.string().max(2048).optional();

const Pair = z.object({
  groupId: GroupId,
  user: OnPremAnchors.extend({
    securityIdentifier: Anchor,
    immutableId: Anchor,
    distinguishedName: Anchor,
  }),
});

/** What is asked. */
export const AgentQuestion = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('membership.check'),
    pairs: z.array(Pair).min(1).max(largestCheck),
  }),
  z.object({ verb: z.literal('sync.status') }),
  z.object({ verb: z.literal('sync.startDelta') }),
]);
export type AgentQuestion = z.infer<typeof AgentQuestion>;

/** One question, leased to one agent. The id stays the same when it is handed out again; the lease does not. */
export const AgentJob = z.object({ id: z.guid(), lease: z.guid(), question: AgentQuestion });
export type AgentJob = z.infer<typeof AgentJob>;

const Seen = z.object({ server: z.string().max(256), checkedAt: Instant });
const Names = Seen.extend({ groupDn: DistinguishedName, userDn: DistinguishedName });

const Verdict = z.discriminatedUnion('state', [
  Names.extend({
    state: z.literal('member'),
    attribute: z.enum(['member', 'memberOf', 'member and memberOf']),
    groupType: z.int(),
  }),
  Names.extend({ state: z.literal('not-member') }),
  Seen.extend({
    state: z.enum(['group-missing', 'user-missing', 'group-ambiguous', 'user-ambiguous']),
  }),
]);

const Cycle = z.object({ startedAt: Instant.optional(), finishedAt: Instant });

const Status = z.object({
  enabled: z.boolean(),
  staging: z.boolean(),
  suspended: z.boolean(),
  inProgress: z.boolean(),
  intervalMs: z.number().min(0),
  currentCycleStartedAt: Instant.optional(),
  lastCycle: Cycle.optional(),
  nextStartAt: Instant.optional(),
});

export const AgentStart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('already-running') }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['busy', 'suspended', 'staging', 'disabled', 'denied', 'too-soon']),
    retryAfterMs: z.int().min(0).max(3_600_000).optional(),
  }),
]);
export type AgentStart = z.infer<typeof AgentStart>;

/** What is answered; `failed` carries the Problem that the agent met. */
export const AgentOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('membership.check'), verdicts: z.array(Verdict).max(largestCheck) }),
  z.object({ kind: z.literal('sync.status'), status: Status }),
  z.object({ kind: z.literal('sync.startDelta'), start: AgentStart }),
  z.object({
    kind: z.literal('failed'),
    code: z.enum([
      'directory-unreachable',
      'directory-refused-credentials',
      'directory-not-secure',
      'organizational-unit-missing',
      'sync-unreachable',
      'defect',
    ]),
    detail: z.string().max(2000),
  }),
]);
export type AgentOutcome = z.infer<typeof AgentOutcome>;

/** Body of POST `pollPath`: what this agent is able to do. Answered by an `AgentJob` (200) or nothing (204). */
export const AgentPoll = z.object({ verbs: z.array(AgentVerb).min(1).max(3) });
export type AgentPoll = z.infer<typeof AgentPoll>;

/** Body of POST `resultPath`. Answered by 204, or by 409 when the lease is somebody else's by now. */
export const AgentResult = z.object({ id: z.guid(), lease: z.guid(), outcome: AgentOutcome });
export type AgentResult = z.infer<typeof AgentResult>;

/** What the agent signs with each request: the request itself, when, and a word that is never used again. */
export const SignedRequest = z.object({
  method: z.literal('POST'),
  path: z.string().max(64),
  /** SHA-256 of the body, base64url. */
  bodySha256: z.string().length(43),
  /** Seconds of the epoch. */
  iat: z.int(),
  nonce: z.guid(),
});
export type SignedRequest = z.infer<typeof SignedRequest>;

/** One short line for the audit trail: what was answered, without names. */
export function summarise(outcome: AgentOutcome): string {
  switch (outcome.kind) {
    case 'membership.check':
      return countStates(outcome.verdicts.map(({ state }) => state));
    case 'sync.status':
      return outcome.status.inProgress ? 'in progress' : 'idle';
    case 'sync.startDelta':
      return outcome.start.kind === 'refused'
        ? `refused: ${outcome.start.why}`
        : outcome.start.kind;
    case 'failed':
      return `failed: ${outcome.code}`;
  }
}

function countStates(states: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const state of states) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
