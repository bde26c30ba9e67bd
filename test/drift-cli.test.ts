import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from 'ldapts';
import { GroupId } from '../src/domain/ids.ts';
import { SandboxClock } from '../src/sandbox/clock.ts';
import { groups } from '../src/sandbox/seed.ts';
import { startWorld, type World } from '../src/sandbox/world.ts';
import { createRequestStore } from '../src/store/request-store.ts';
import { changeMember, onPremises } from './support/active-directory.ts';
import { runCycle } from './support/connect.ts';
import { RecordingQueue } from './support/recording-queue.ts';
import { requestIn, rita } from './support/requests.ts';
import { storeDatabase } from './support/store-database.ts';

const atlas = GroupId.parse(
  groups.find(({ mailNickname }) => mailNickname === 'projects-atlas')?.objectId,
);
let opened: Awaited<ReturnType<typeof storeDatabase>>;
let folder: string;
let groupDn: string;

before(async () => {
  opened = await storeDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'writeback-drift-test-'));
  await inWorld(async ({ connect }) => {
    assert.ok(connect);
    await runCycle(connect);
  });
  const { setUp, proof } = requestIn('confirmed');
  const request = requestIn('confirmed', {
    beneficiary: rita,
    setUp: { ...setUp, groupId: atlas },
    proof: proof.kind === 'ldap' ? { ...proof, groupType: 8 } : proof,
  });
  await createRequestStore(opened.database, new RecordingQueue()).create(request, randomUUID());
});

after(async () => {
  await opened.drop();
  await rm(folder, { recursive: true });
});

/** The made-up world of the bot, which runs for as long as the work does. */
async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await startWorld({
    clock: new SandboxClock({ speed: 100 }),
    directory: path.join(folder, 'sandbox'),
    parts: ['graph', 'active-directory', 'connect'],
    botEndpoint: () => '',
    syncIntervalMs: 24 * 3_600_000,
  });
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

async function tamper({ activeDirectory }: World): Promise<void> {
  assert.ok(activeDirectory);
  const { url, ca, administrator, writebackOu } = activeDirectory;
  const client = new Client({ url, tlsOptions: { ca: [ca] } });
  await client.bind(administrator.bindDn, administrator.password);
  groupDn = `CN=Group_${atlas},${writebackOu}`;
  await changeMember(client, groupDn, ['add', onPremises('ben').dn]);
  await client.unbind();
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runDrift(changes: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    DATABASE_URL: opened.database.url,
    DATA_DIRECTORY: folder,
    ...changes,
  };
  return new Promise((resolve) => {
    const options = { env, timeout: 60_000 };
    execFile(process.execPath, ['src/drift-cli.ts'], options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

describe('npm run drift', () => {
  it('ends with 0 while Active Directory is as Entra says', async () => {
    const { code, stdout, stderr } = await runDrift();

    assert.equal(code, 0, stderr);
    assert.equal(stdout, '1 group compared, 0 differences.\n');
  });

  it('shows what differs and ends with 3, beside a bot that runs', async () => {
    await inWorld(async (world) => {
      await tamper(world);
      const journal = path.join(folder, 'sandbox', 'active-directory.jsonl');
      const untouched = await readFile(journal, 'utf8');

      const { code, stdout, stderr } = await runDrift();

      assert.equal(code, 3, stderr);
      assert.match(stdout, /^1 {2}Projects Atlas {2}member-added {2}CN=Ben Okafor,/m);
      assert.ok(
        stdout.includes(
          `Remove-ADGroupMember -Identity '${groupDn}' -Members '${onPremises('ben').sid}'`,
        ),
      );
      assert.equal(await readFile(journal, 'utf8'), untouched);
    });
  });

  it('leaves the telling to the bot', async () => {
    const { rows } = await opened.database.pool.query(
      'select 1 from drift_reports where reported_at is not null union select 1 from drift_looks',
    );

    assert.deepEqual(rows, []);
  });

  it('ends with 1 where nobody can look', async () => {
    const { code, stdout } = await runDrift({ AD_MODE: 'none' });

    assert.equal(code, 1);
    assert.match(stdout, /AD_MODE=direct/);
  });

  it('ends with 1 and names the variable when the settings are wrong', async () => {
    const { code, stderr } = await runDrift({ DRIFT_HOUR: '24' });

    assert.equal(code, 1);
    assert.match(stderr, /DRIFT_HOUR/);
  });
});
