import path from 'node:path';
import { query, testServer } from './postgres.ts';

const compiled = path.resolve(import.meta.dirname, '../../.data/test-compile-cache');

/**
 * Starts the tests' PostgreSQL once, before the first test file. Every test file is a process of its own, and hears
 * from its environment where the others keep what they have compiled.
 */
export async function globalSetup(): Promise<void> {
  process.env['NODE_COMPILE_CACHE'] ??= compiled;
  await testServer();
}

/** Stops it, unless another run of the tests still uses it. */
export async function globalTeardown(): Promise<void> {
  const server = await testServer();
  const others = await query(
    server.url,
    "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  if (others.length === 0) {
    await server.stop();
  }
}
