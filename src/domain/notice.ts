import { z } from 'zod';
import type { CatalogRole } from './approval-policy.ts';
import { Delegation } from './delegation.ts';
import type { DriftRecord } from './drift-store.ts';
import { CatalogId, type TenantId, type UserId } from './ids.ts';
import type { Person } from './person.ts';
import type { Unreachable } from './posted-card.ts';

const roles = ['catalog-owner', 'access-package-manager'] as const satisfies readonly CatalogRole[];

/** What somebody is told beside requests and lists, so that it can be drawn whenever and in whichever language. */
export const NoticeContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('deputy'),
    news: z.enum(['named', 'ended']),
    delegation: Delegation,
  }),
  z.object({
    kind: z.literal('catalog'),
    news: z.enum(['given', 'taken']),
    catalog: z.object({ id: CatalogId, displayName: z.string() }),
    role: z.enum(roles),
    /** The name of whoever gave or took it. */
    by: z.string(),
  }),
  /** Which differences; how each looks is told as it stands when the notice is sent. */
  z.object({ kind: z.literal('drift'), keys: z.array(z.string()).readonly() }),
]);
export type NoticeContent = z.infer<typeof NoticeContent>;

/** In one try a chat may be opened and a message sent, of which each may take a quarter of a minute. */
export const noticeGraceMs = 60_000;

export interface NewNotice {
  readonly tenantId: TenantId;
  readonly recipient: Person;
  readonly content: NoticeContent;
  readonly madeAt: Date;
}

/** A notice on record that has not arrived as far as is known. */
export interface Notice extends NewNotice {
  readonly id: string;
  /** Counts up with each try, so that whoever began an older one changes nothing any more. */
  readonly tries: number;
}

/** Why a notice waits for its reader. */
export interface Hold {
  /** Kept from the first time. */
  readonly since: Date;
  /** Absent where Teams did not say. */
  readonly because?: Unreachable | undefined;
}

/** Notices on their way. Each is on record before it is sent, and until it has arrived or is no longer worth sending. */
export interface NoticeOutbox {
  /**
   * Puts them on record, all or none. They are due after `graceMs` of real time, in which the caller may send them.
   * Older ones about the same that wait for their reader give way (see `combined`); what is not to be sent after that
   * is left out of the result.
   */
  put(
    notices: readonly NewNotice[],
    options: { readonly graceMs: number },
  ): Promise<readonly Notice[]>;
  /**
   * Puts on record what is about to come about, due like the others: it is told even when the process ends before `put`
   * is called with the same, which takes its place. Whoever sends it asks first whether it has come about.
   */
  announce(notice: NewNotice, options: { readonly graceMs: number }): Promise<void>;
  /**
   * Those that are due, the oldest first, at most so many: by their time, or because their reader can be written to
   * by now. Each is the caller's for a while that grows with its tries, from one minute to an hour of real time.
   */
  claimDue(limit: number): Promise<readonly Notice[]>;
  /** It has arrived, or nobody needs it any more. */
  settle(notice: Notice): Promise<void>;
  /** Its reader cannot be written to; it waits for them. Nothing happens to one that somebody else has claimed since. */
  hold(notice: Notice, why: Hold): Promise<void>;
  /** Something has reached this person: what waits for them is due. */
  release(tenantId: TenantId, userId: UserId): Promise<void>;
  /** Forgets those whose time is over (see `endOf`). */
  dropOver(now: Date): Promise<void>;
}

/** What a notice is about; a newer one about the same stands for the older. */
export function subjectOf(content: NoticeContent): string {
  switch (content.kind) {
    case 'deputy':
      return `${content.delegation.approver.id} ${content.delegation.from.toISOString()}`;
    case 'catalog':
      return `${content.catalog.id} ${content.role}`;
    case 'drift':
      return 'differences';
  }
}

/** When nobody needs it any more. */
export function endOf(content: NoticeContent): Date | undefined {
  return content.kind === 'deputy' ? content.delegation.until : undefined;
}

/**
 * What is to be told instead of those that wait and the next one about the same: nothing where somebody never heard
 * of what is over now, or of the end of what has begun again; all differences where some were never told; else the
 * next one.
 */
export function combined(
  waiting: readonly NoticeContent[],
  next: NoticeContent,
): NoticeContent | undefined {
  if (next.kind === 'drift') {
    const keys = [...waiting, next].flatMap((each) => (each.kind === 'drift' ? each.keys : []));
    return { ...next, keys: [...new Set(keys)] };
  }
  return waiting.some((each) => isTakenBackBy(each, next)) ? undefined : next;
}

/** Whether both together leave everything as their reader believes it to be. */
function isTakenBackBy(waiting: NoticeContent, next: NoticeContent): boolean {
  if (waiting.kind === 'catalog' && next.kind === 'catalog') {
    return waiting.news !== next.news;
  }
  if (waiting.kind !== 'deputy' || next.kind !== 'deputy' || waiting.news === next.news) {
    return false;
  }
  // A period that begins again may end on another day.
  const isSamePeriod = waiting.delegation.until.getTime() === next.delegation.until.getTime();
  return next.news === 'ended' || isSamePeriod;
}

/** Tells a difference from all others. */
export function driftNewsKey({ groupId, key }: Pick<DriftRecord, 'groupId' | 'key'>): string {
  return `${groupId} ${key}`;
}
