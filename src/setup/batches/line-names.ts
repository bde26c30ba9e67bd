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

/**
 * The lines as somebody would write them: instead of object ids, which only the form puts there, sign-in names and
 * names of groups, where no other group is called the same. What was typed stays, and so does what cannot be found out
 * just now.
 */
export async function writtenOut(
  { directory }: Pick<BatchDeps, 'directory'>,
  rows: readonly BatchRow[],
): Promise<readonly BatchRow[]> {
  const written = new Map<number, BatchRow>();
  await inParallel(atOnce, rows, async (row) => {
    const who = UserId.safeParse(row.who);
    const group = GroupId.safeParse(row.group);
    if (row.text !== undefined || (!who.success && !group.success)) {
      return;
    }
    const [person, name] = await Promise.all([
      who.success ? orNothing(() => directory.findUser(who.data)) : undefined,
      group.success ? orNothing(() => findOnlyName(directory, group.data)) : undefined,
    ]);
    written.set(row.row, {
      ...row,
      who: person?.userPrincipalName ?? row.who,
      group: name ?? row.group,
    });
  });
  return rows.map((row) => written.get(row.row) ?? row);
}

/** Undefined where another group has the name too, or so many begin with it that nobody can tell. */
async function findOnlyName(
  directory: BatchDeps['directory'],
  id: GroupId,
): Promise<string | undefined> {
  const name = (await directory.findGroup(id))?.displayName;
  if (name === undefined) {
    return undefined;
  }
  const beginning = await directory.searchGroups(name, mostAlike);
  const alike = beginning.filter(
    ({ displayName }) => displayName.toLowerCase() === name.toLowerCase(),
  );
  return alike.length === 1 && beginning.length < mostAlike ? name : undefined;
}

/** As many as a line's group is looked for among. */
export const mostAlike = 25;

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
