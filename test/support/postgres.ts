import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { type RunningPostgres, startPostgres } from '../../src/sandbox/postgres.ts';

const dataDirectory = path.resolve(import.meta.dirname, '../../.data/test-postgres');

export interface TestDatabase {
  readonly url: string;
  /** Removes the database; connections that are still open are cut. */
  drop(): Promise<void>;
}

/** The one server of all test files, started by whoever comes first. It may lose data with the power, never with a kill. */
export function testServer(): Promise<RunningPostgres> {
  return startPostgres({ dataDirectory, settings: { fsync: 'off', max_connections: '300' } });
}

/** A fresh, empty database. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(server.url, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = name;
  return {
    url: url.href,
    drop: async () => {
      await query(server.url, `drop database if exists ${name} with (force)`);
    },
  };
}

export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
