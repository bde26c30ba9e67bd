import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { giveTo, type Place } from './place.ts';
import { isProcessAlive } from './postmaster.ts';
import { run } from './run.ts';

const passwordFile = 'writeback-password';

/**
 * Makes the data folder when there is none. It is built beside its place and moved there complete, so
 * a process killed halfway leaves nothing behind that looks like a database, and of two that build at
 * once one wins. Throws when the folder belongs to another major version of PostgreSQL.
 */
export async function ensureCluster(place: Place): Promise<void> {
  const versionFile = path.join(place.dataDirectory, 'PG_VERSION');
  if (existsSync(versionFile)) {
    checkVersion(place, readFileSync(versionFile, 'utf8').trim());
    return;
  }
  refuseForeignFolder(place.dataDirectory);
  removeAbandoned(place.dataDirectory);
  const half = `${place.dataDirectory}.new-${process.pid}`;
  await initialise(place, half);
  try {
    renameSync(half, place.dataDirectory);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(versionFile)) {
      throw error;
    }
  }
}

/** The password that only readers of the data folder know. */
export function passwordOf(place: Place): string {
  return readFileSync(path.join(place.dataDirectory, passwordFile), 'utf8').trim();
}

function checkVersion({ binaries, dataDirectory }: Place, version: string): void {
  if (version !== binaries.majorVersion) {
    throw new Error(
      `The database in ${dataDirectory} was made by PostgreSQL ${version}, and this program brings PostgreSQL ${binaries.majorVersion}, which cannot read it. Move the folder away to begin with an empty database, or run the earlier version of this program.`,
    );
  }
}

function refuseForeignFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} holds something that is not a PostgreSQL database.`);
  }
}

function removeAbandoned(dataDirectory: string): void {
  const parent = path.dirname(dataDirectory);
  const prefix = `${path.basename(dataDirectory)}.new-`;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0;
    if (pid > 0 && (pid === process.pid || !isProcessAlive(pid))) {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

async function initialise({ binaries, user }: Place, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  giveTo(user, folder);
  const password = `${folder}.password`;
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  giveTo(user, password);
  try {
    await run(
      path.join(binaries.folder, 'bin', 'initdb'),
      [
        '--username=writeback',
        '--auth=scram-sha-256',
        `--pwfile=${password}`,
        '--encoding=UTF8',
        '--no-locale',
        '--no-sync',
        '--no-instructions',
        `--pgdata=${folder}`,
      ],
      user,
    );
    renameSync(password, path.join(folder, passwordFile));
  } finally {
    rmSync(password, { force: true });
  }
}
