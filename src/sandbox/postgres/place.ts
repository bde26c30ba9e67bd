import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { type Binaries, findBinaries } from './binaries.ts';
import { run } from './run.ts';

/** Whom the server runs as, when this process is root: PostgreSQL refuses to be root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Where the server's programs and data are, and whom it runs as. */
export interface Place {
  readonly binaries: Binaries;
  readonly dataDirectory: string;
  /** Undefined: as the user of this process. */
  readonly user?: ServerUser;
  readonly note?: string;
}

/** Kept over a restart of the machine, unlike the folder for temporary files. */
const sharedFolder = '/var/tmp';

/**
 * The wanted folder, except for root in a checkout that `nobody` cannot reach (such as one under /root):
 * then programs and data go to a folder of their own under /var/tmp, always the same for the same wish.
 */
export async function findPlace(wanted: string): Promise<Place> {
  const dataDirectory = path.resolve(wanted);
  const binaries = findBinaries();
  if (process.getuid?.() !== 0) {
    mkdirSync(path.dirname(dataDirectory), { recursive: true });
    return { binaries, dataDirectory };
  }
  const user = await findNobody();
  const parent = path.dirname(dataDirectory);
  if (canReach(binaries.folder) && canReach(existingPartOf(parent))) {
    mkdirSync(parent, { recursive: true });
    return { binaries, dataDirectory, user };
  }
  const folder = claimFolder(dataDirectory);
  return {
    binaries: { ...binaries, folder: copyPrograms(binaries, folder) },
    dataDirectory: path.join(folder, 'data'),
    user,
    note: `The user "nobody", as whom PostgreSQL runs under root, cannot reach this checkout; the database is kept in ${folder} instead.`,
  };
}

async function findNobody(): Promise<ServerUser> {
  const uid = await run('id', ['-u', 'nobody']);
  const gid = await run('id', ['-g', 'nobody']);
  return { uid: Number(uid.trim()), gid: Number(gid.trim()) };
}

function existingPartOf(folder: string): string {
  return existsSync(folder) ? folder : existingPartOf(path.dirname(folder));
}

/** Whether everybody may pass through the folder and all above it. */
function canReach(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return isOpen && (parent === folder || canReach(parent));
}

function claimFolder(dataDirectory: string): string {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const folder = path.join(sharedFolder, `writeback-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or set DATABASE_URL.`);
  }
  return folder;
}

/** The copy gets its name only when it is complete, so a half copy is never used. */
function copyPrograms({ folder: from, version }: Binaries, folder: string): string {
  const to = path.join(folder, `postgres-${version}`);
  if (existsSync(to)) {
    return to;
  }
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) {
      throw error;
    }
  }
  return to;
}

/** Gives a folder to the user the server runs as. */
export function giveTo(user: ServerUser | undefined, folder: string): void {
  if (user !== undefined) {
    chownSync(folder, user.uid, user.gid);
  }
}
