import { query, testServer } from './postgres.ts';

/** Starts the tests' PostgreSQL once, before the first test file. */
export async function globalSetup(): Promise<void> {
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
