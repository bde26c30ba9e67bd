import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** The file names of Microsoft 365 Agents Toolkit; git ignores both. */
const envFiles = ['env/.env.local.user', 'env/.env.local'];

/** Adds to the environment what the files say; what it says already counts more. */
export function loadEnvFiles(): void {
  envFiles.filter((file) => existsSync(file)).forEach((file) => loadEnvFile(file));
}
