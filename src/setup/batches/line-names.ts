import type { BatchRow, RowVerdict } from '../../domain/batch.ts';
import { GroupId, UserId } from '../../domain/ids.ts';
import { isProblem } from '../../domain/problem.ts';
import { inParallel } from '../in-parallel.ts';
import type { BatchDeps } from './deps.ts';

const atOnce = 6;

/**
 * Refused lines with the names of what stands in them as object ids, since nobody knows a group by its id. Names that
 * cannot be found out just now are left out.
 */
export async function nameRefused(
  { directory }: Pick<BatchDeps, 'directory'>,
  rows: readonly BatchRow[],
): Promise<readonly BatchRow[]> {
  const named = new Map<number, BatchRow>();
  await inParallel(atOnce, rows, async (row) => {
    const { verdict } = row;
    const who = UserId.safeParse(row.who);
    const group = GroupId.safeParse(row.group);
    if (verdict.kind !== 'refused' || (!who.success && !group.success)) {
      return;
    }
    const [person, found] = await Promise.all([
      who.success ? orNothing(() => directory.findUser(who.data)) : undefined,
      group.success ? orNothing(() => directory.findGroup(group.data)) : undefined,
    ]);
    const names = { whoName: person?.displayName, groupName: found?.displayName };
    named.set(row.row, { ...row, verdict: withNames(verdict, names) });
  });
  return rows.map((row) => named.get(row.row) ?? row);
}

type Refused = Extract<RowVerdict, { readonly kind: 'refused' }>;

function withNames(
  verdict: Refused,
  { whoName, groupName }: Pick<Refused, 'whoName' | 'groupName'>,
): RowVerdict {
  return {
    ...verdict,
    ...(whoName === undefined ? {} : { whoName }),
    ...(groupName === undefined ? {} : { groupName }),
  };
}

async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}
