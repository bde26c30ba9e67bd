import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type RunningPostgres, startPostgres } from '../../src/sandbox/postgres.ts';
import { query } from '../support/postgres.ts';

const isRoot = process.getuid?.() === 0;

describe('the built-in PostgreSQL', () => {
  let folder: string;
  let dataDirectory: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'writeback-postgres-'));
    // A folder for temporary files is closed to others, and the server does not run as root.
    chmodSync(folder, 0o755);
    dataDirectory = path.join(folder, 'deep', 'data');
  });

  after(async () => {
    const last = await startPostgres({ dataDirectory });
    await last.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts in an empty folder, on 127.0.0.1 and with a password', async () => {
    const server = await startPostgres({ dataDirectory });

    assert.equal(server.reused, false);
    assert.equal(server.note, undefined);
    const [settings] = await query(
      server.url,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, version()`,
    );
    assert.partialDeepStrictEqual(settings, { addresses: '127.0.0.1', sockets: '' });
    const stranger = new URL(server.url);
    stranger.password = 'guessed';
    await assert.rejects(query(stranger.href, 'select 1'), /password authentication failed/);
  });

  it('is found running by a second start', async () => {
    const first = await startPostgres({ dataDirectory });
    const second = await startPostgres({ dataDirectory });

    assert.deepEqual([second.reused, second.pid, second.url], [true, first.pid, first.url]);
  });

  it('keeps the data over a kill of the server', async () => {
    const server = await startPostgres({ dataDirectory });
    await query(server.url, `create table kept as select 'yes' as answer`);
    process.kill(server.pid, 'SIGKILL');

    const again = await startPostgres({ dataDirectory });

    assert.notEqual(again.pid, server.pid);
    assert.deepEqual(await query(again.url, 'select answer from kept'), [{ answer: 'yes' }]);
  });

  it('outlives a kill of the process that started it', async () => {
    await (await startPostgres({ dataDirectory })).stop();
    const child = await startInChild(dataDirectory);
    await child.kill();

    const found = await startPostgres({ dataDirectory });

    assert.deepEqual([found.reused, found.pid], [true, child.server.pid]);
  });

  it('comes back after a kill of both', async () => {
    await (await startPostgres({ dataDirectory })).stop();
    const child = await startInChild(dataDirectory);
    await query(child.server.url, 'create table both_killed ()');
    await child.kill();
    process.kill(child.server.pid, 'SIGKILL');

    const again = await startPostgres({ dataDirectory });

    assert.equal(again.reused, false);
    assert.deepEqual(await query(again.url, 'select from both_killed'), []);
  });

  it('starts although its old process number belongs to another program now', async () => {
    const server = await startPostgres({ dataDirectory });
    await server.stop();
    const stale = [process.pid, dataDirectory, 0, 5432, '', '127.0.0.1', '', 'ready', ''].join(
      '\n',
    );
    writeFileSync(path.join(dataDirectory, 'postmaster.pid'), stale);

    const again = await startPostgres({ dataDirectory });

    assert.notEqual(again.pid, process.pid);
  });

  it('is started once by several starts at once in a new folder', async () => {
    const fresh = path.join(folder, 'raced');

    const children = await Promise.all([1, 2, 3].map(() => startInChild(fresh)));

    assert.equal(new Set(children.map(({ server }) => server.pid)).size, 1);
    await Promise.all(children.map((child) => child.kill()));
    const found = await startPostgres({ dataDirectory: fresh });
    await found.stop();
    assert.equal(existsSync(path.join(fresh, 'postmaster.pid')), false);
  });

  it('keeps to the port that was asked for, and says so when that is used', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const address = blocker.address();
    assert.ok(typeof address === 'object' && address !== null);
    const fresh = path.join(folder, 'port');

    await assert.rejects(startPostgres({ dataDirectory: fresh, port: address.port }), /in use/);
    blocker.close();
    const server = await startPostgres({ dataDirectory: fresh, port: address.port });

    assert.equal(new URL(server.url).port, String(address.port));
    await server.stop();
  });

  it('refuses the data of another major version in words', async () => {
    const old = path.join(folder, 'old');
    mkdirSync(old);
    writeFileSync(path.join(old, 'PG_VERSION'), '15\n');

    await assert.rejects(
      startPostgres({ dataDirectory: old }),
      /made by PostgreSQL 15, and this program brings PostgreSQL 18/,
    );
  });

  it('refuses a folder that holds something else', async () => {
    const foreign = path.join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(path.join(foreign, 'letter.txt'), 'dear reader');

    await assert.rejects(startPostgres({ dataDirectory: foreign }), /not a PostgreSQL database/);
    assert.equal(existsSync(path.join(foreign, 'letter.txt')), true);
  });

  it('keeps the data elsewhere, and says where, when root has a closed folder', {
    skip: isRoot ? false : 'only root has this difficulty',
  }, async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });

    const server = await startPostgres({ dataDirectory: path.join(closed, 'data') });

    const elsewhere = path.dirname(server.dataDirectory);
    assert.ok(server.note?.includes(elsewhere));
    assert.deepEqual(await query(server.url, 'select 1 as one'), [{ one: 1 }]);
    await server.stop();
    rmSync(elsewhere, { recursive: true });
  });
});

async function startInChild(
  dataDirectory: string,
): Promise<{ readonly server: RunningPostgres; kill(): Promise<void> }> {
  const module = path.resolve(import.meta.dirname, '../../src/sandbox/postgres.ts');
  const script = `
    import { startPostgres } from ${JSON.stringify(module)};
    process.send(await startPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)} }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [server] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  assert.equal(typeof server, 'object', 'the child ended without an answer');
  return {
    server: server as RunningPostgres,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
