import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { people } from '../../src/sandbox/seed.ts';
import { becomesTrue, eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';

const peopleWithApp = people.filter(({ withoutApp }) => withoutApp !== true).length;

type Variables = Readonly<Record<string, string>>;

function start(env: Variables): ChildProcess {
  return spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Collects what the process says until it says the wanted thing or ends. */
async function hear(child: ChildProcess, wanted: RegExp): Promise<string> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await becomesTrue(
    () => wanted.test(said) || child.exitCode !== null,
    () => `it never said ${wanted}, but ${said}`,
  );
  return said;
}

/** A folder that PostgreSQL may enter, which runs as nobody when the tests run as root. */
async function openFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), prefix));
  await chmod(folder, 0o755);
  return folder;
}

describe('starting with no configuration', () => {
  let folder: string;
  let env: Variables;
  const children: ChildProcess[] = [];

  before(async () => {
    folder = await openFolder('writeback-start-');
    const [port, pagePort] = [await freePort(), await freePort()];
    env = { DATA_DIRECTORY: folder, PORT: String(port), SANDBOX_PAGE_PORT: String(pagePort) };
  });

  after(async () => {
    for (const child of children.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    )) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function startAndOpen(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
    const child = start(env);
    children.push(child);
    const said = await hear(child, /http:\/\/127\.0\.0\.1:\d+\/\n/);
    return { child, said };
  }

  it('prints one URL, which opens', async () => {
    const { said } = await startAndOpen();

    const urls = said.match(/http:\/\/\S+/g);
    assert.deepEqual(urls, [`http://127.0.0.1:${env['SANDBOX_PAGE_PORT']}/`], said);
    const page = await fetch(urls[0] ?? '');
    assert.equal(page.status, 200);
    assert.match(await page.text(), /Writeback/);
  });

  it('says which port is in use and how to change it', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const port = (taken.address() as { port: number }).port;
    const other = await openFolder('writeback-port-');
    const child = start({ DATA_DIRECTORY: other, PORT: String(port), SANDBOX_PAGE_PORT: '0' });

    const [said] = await Promise.all([hear(child, /never/), once(child, 'exit')]);

    assert.equal(child.exitCode, 1);
    assert.match(said, new RegExp(`Port ${port} is in use[^]*PORT=`));
    assert.equal(existsSync(path.join(other, 'postgres')), false, 'a database was started first');
    taken.close();
    await rm(other, { recursive: true, force: true });
  });

  it('goes on after kill -9 with what it had, the database among it', async () => {
    const [first] = children;
    assert.ok(first);
    const welcomed = await unread(env);
    const exited = once(first, 'exit');
    first.kill('SIGKILL');
    await exited;

    const { said } = await startAndOpen();

    assert.match(said, /http:\/\/127/);
    await delay(1500);
    assert.match(welcomed, /:1\b/);
    assert.equal(await unread(env), welcomed, 'somebody was welcomed a second time, or forgotten');
  });
});

describe('being told to stop', () => {
  let folder: string;
  let env: Variables;

  before(async () => {
    folder = await openFolder('writeback-stop-');
    const [port, pagePort] = [await freePort(), await freePort()];
    env = { DATA_DIRECTORY: folder, PORT: String(port), SANDBOX_PAGE_PORT: String(pagePort) };
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** Resolves to how it ended; a process that is still there after 12 seconds is killed and fails the test. */
  async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<string> {
    const exited = once(child, 'exit', { signal: AbortSignal.timeout(12_000) });
    child.kill(signal);
    try {
      await exited;
    } catch {
      child.kill('SIGKILL');
      return 'still there after 12 seconds';
    }
    return child.signalCode ?? `exit code ${child.exitCode}`;
  }

  for (const [index, seconds] of [0.2, 0.5, 1, 2, 4].entries()) {
    const signal = index % 2 === 0 ? 'SIGTERM' : 'SIGINT';
    it(`ends soon after ${signal} that comes ${seconds} seconds after the start`, async () => {
      const child = start(env);
      await delay(seconds * 1000);

      const end = await endOf(child, signal);

      // Before its first line runs the signal ends it by itself.
      assert.ok(['exit code 0', 'exit code 3', signal].includes(end), end);
      const answer = await fetch(`http://127.0.0.1:${env['PORT']}/healthz`).catch(() => 'nobody');
      assert.equal(answer, 'nobody');
    });
  }

  it('starts after all of these, stops in order, and takes its database with it', async () => {
    const child = start(env);
    const said = await hear(child, /http:\/\/127\.0\.0\.1:\d+\/\n/);
    assert.match(said, /http:\/\/127/);

    assert.equal(await endOf(child, 'SIGTERM'), 'exit code 0');

    assert.equal(existsSync(path.join(folder, 'postgres', 'postmaster.pid')), false);
  });
});

describe('starting with wrong settings', () => {
  it('refuses a wrong policy before anything is started', async () => {
    const folder = await openFolder('writeback-policy-');
    const APPROVAL_POLICY_FILE = path.join(folder, 'policy.yaml');
    await writeFile(APPROVAL_POLICY_FILE, 'version: 1\nrules: nonsense\n');
    const child = start({ DATA_DIRECTORY: path.join(folder, 'data'), APPROVAL_POLICY_FILE });

    const [said] = await Promise.all([hear(child, /never/), once(child, 'exit')]);

    assert.equal(child.exitCode, 1);
    assert.match(said, /^Wrong approval policy:/m);
    assert.equal(existsSync(path.join(folder, 'data')), false);
    await rm(folder, { recursive: true, force: true });
  });

  it('names every wrong variable in one message and exits with 1', async () => {
    const child = start({ PORT: 'abc', SYNC_MODE: 'often', CHANNEL_MODE: 'teams' });

    const [said] = await Promise.all([hear(child, /never/), once(child, 'exit')]);

    assert.equal(child.exitCode, 1);
    for (const name of ['PORT', 'SYNC_MODE', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_CREDENTIAL']) {
      assert.match(said, new RegExp(`^ {2}${name}: `, 'm'));
    }
    assert.doesNotMatch(said, /abc|often|at .*\.ts/);
  });

  it('says of a host that others could reach which one the sandbox needs', async () => {
    const folder = await openFolder('writeback-host-');
    const child = start({
      DATA_DIRECTORY: folder,
      HOST: 'localhost',
      PORT: '0',
      SANDBOX_PAGE_PORT: '0',
    });

    const [said] = await Promise.all([hear(child, /never/), once(child, 'exit')]);

    assert.equal(child.exitCode, 1);
    assert.match(said, /^HOST must be 127\.0\.0\.1 in the sandbox, not localhost/m);
    assert.doesNotMatch(said, /in use|at .*\.ts/);
    await rm(folder, { recursive: true, force: true });
  });
});

/** The messages that wait for the people of the sandbox, once everybody has been welcomed. */
async function unread({ SANDBOX_PAGE_PORT: port }: Variables): Promise<string> {
  return eventually(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/world`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'ben' }),
    });
    const found = JSON.stringify(((await answer.json()) as { unread: object }).unread);
    return (found.match(/:1\b/g) ?? []).length === peopleWithApp ? found : undefined;
  });
}
