import type { BatchEntry } from '../../domain/batch-view.ts';
import type { RequestState } from '../../domain/request.ts';
import type { BatchCardView } from './batch-view.ts';

/** Lines on one card; fewer where their names are so long that the card would have to leave some out. */
const rowsPerPage = 20;

/** As much as fits into a message beside everything else on the card. */
const bytesPerPage = 19_000;

/** More of a name is not shown. */
const longestName = 60;

export interface RowsPage {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly BatchEntry[];
}

/** The lines of the page that is wanted, or of the last one; those that need somebody's eye come first. */
export function pageOf({ view: { entries }, page: wanted = 0 }: BatchCardView): RowsPage {
  const pages = paginate(entries.toSorted(byUrgency));
  const page = Math.min(wanted, pages.length - 1);
  return { page, pages: pages.length, shown: pages[page] ?? [] };
}

function paginate(entries: readonly BatchEntry[]): readonly (readonly BatchEntry[])[] {
  const first: BatchEntry[] = [];
  const pages = [first];
  let current = first;
  let bytes = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    if (current.length === rowsPerPage || (current.length > 0 && bytes + size > bytesPerPage)) {
      current = [];
      pages.push(current);
      bytes = 0;
    }
    current.push(entry);
    bytes += size;
  }
  return pages;
}

/** About as many bytes as the line takes on a card, without drawing it. */
function sizeOf({ row: { who, group, verdict }, request }: BatchEntry): number {
  if (request !== undefined) {
    const { beneficiary, plan } = request;
    return 780 + bytesOf(who, beneficiary.displayName, plan.group.displayName);
  }
  if (verdict.kind !== 'refused') {
    return 350 + 2 * bytesOf(who, group);
  }
  const { refusals, whoName = who, groupName = group } = verdict;
  const reasons = refusals.map(({ subject }) => 300 + bytesOf(subject));
  return 350 + bytesOf(whoName, groupName) + reasons.reduce((sum, each) => sum + each, 0);
}

function bytesOf(...names: readonly string[]): number {
  return names.reduce((sum, name) => sum + Buffer.byteLength(name.slice(0, longestName)), 0);
}

function byUrgency(one: BatchEntry, other: BatchEntry): number {
  return urgencyOf(one) - urgencyOf(other) || one.row.row - other.row.row;
}

function urgencyOf({ row, request }: BatchEntry): number {
  if (row.verdict.kind === 'refused') {
    return 0;
  }
  return request === undefined ? 2 : urgencies[request.state];
}

const urgencies: Readonly<Record<RequestState, number>> = {
  failed: 1,
  denied: 2,
  expired: 2,
  'awaiting-approval': 2,
  cancelled: 3,
  'setting-up': 3,
  delivering: 3,
  'awaiting-membership': 3,
  'awaiting-sync': 3,
  confirmed: 3,
};
