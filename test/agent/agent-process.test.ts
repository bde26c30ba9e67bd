import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { GroupId } from '../../src/domain/ids.ts';
import { Problem } from '../../src/domain/problem.ts';
import { AgentDirectory } from '../../src/onprem/agent/agent-directory.ts';
import { AgentSync } from '../../src/onprem/agent/agent-sync.ts';
import { addWrittenGroup, bindAs, onPremises, startDomain } from '../support/active-directory.ts';
import {
  type AgentProcess,
  agentDatabase,
  type Bot,
  idleStatus,
  newKey,
  newStandIn,
  prints,
  type StandIn,
  startAgentProcess,
  startBot,
  temporaryDirectory,
} from '../support/agent-world.ts';
import { eventually } from '../support/eventually.ts';

const groupId = GroupId.parse('3a5c3221-c465-48c0-95b8-e9305786a271');
const rita = onPremises('rita');
const ben = onPremises('ben');
const one = newKey('site-1');
const two = newKey('site-2');
const keys = [one, two];
/** Until whoever started it is gone: it must not outlive the test that kills its agent. */
const hangs =
  'const parent = process.ppid; setInterval(() => { if (process.ppid !== parent) process.exit(); }, 500);';

/** A domain with one written group whose only member is Rita, and the settings with which an agent reads it. */
async function domainEnv(t: TestContext, directory: string): Promise<Record<string, string>> {
  const domain = await startDomain(t);
  await addWrittenGroup(await bindAs(t, domain, 'administrator'), groupId, [rita.dn]);
  const caFile = path.join(directory, 'ca.pem');
  await writeFile(caFile, domain.ca);
  return {
    AD_MODE: 'direct',
    AD_URLS: domain.url,
    AD_CA_FILE: caFile,
    AD_BIND_DN: domain.reader.bindDn,
    SECRET_AD_BIND_PASSWORD: domain.reader.password,
    AD_WRITEBACK_OU: domain.writebackOu,
    AD_SEARCH_BASE: domain.searchBase,
  };
}

function syncEnv({ file }: StandIn): Record<string, string> {
  return { AGENT_SYNC: 'powershell', AGENT_POWERSHELL: file };
}

async function seen(bot: Bot): Promise<void> {
  await eventually(() => bot.jobs.lastSeen('sync.status'));
}

async function called(standIn: StandIn, action: string): Promise<true> {
  return eventually(async () => {
    const calls = await standIn.calls();
    return calls.some((args) => args.includes(action)) ? true : undefined;
  });
}

describe('the agent as a process of its own', () => {
  it('proves memberships in Active Directory and tells the schedule', async (t) => {
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(directory, prints(idleStatus));
    const bot = await startBot(t, await agentDatabase(t), { keys });
    const env = { ...(await domainEnv(t, directory)), ...syncEnv(standIn) };
    const agent = await startAgentProcess(t, { bot, key: one, directory, env });
    await seen(bot);

    const verdicts = await new AgentDirectory(bot).check([
      { groupId, user: { securityIdentifier: rita.sid } },
      { groupId, user: { securityIdentifier: ben.sid } },
    ]);
    const status = await new AgentSync(bot).status();

    assert.deepEqual(
      verdicts.map(({ state }) => state),
      ['member', 'not-member'],
    );
    assert.equal(status.intervalMs, 1_800_000);
    assert.equal(await agent.stop(), 0);
    assert.doesNotMatch(await agent.output(), /CN=|S-1-5-21/);
  });

  it('passes on why Active Directory did not let it in', async (t) => {
    const directory = await temporaryDirectory(t);
    const bot = await startBot(t, await agentDatabase(t), { keys });
    const env = { ...(await domainEnv(t, directory)), SECRET_AD_BIND_PASSWORD: 'wrong' };
    await startAgentProcess(t, { bot, key: one, directory, env });
    await eventually(() => bot.jobs.lastSeen('membership.check'));

    await assert.rejects(
      new AgentDirectory(bot).check([{ groupId, user: { securityIdentifier: rita.sid } }]),
      (error) => error instanceof Problem && error.code === 'directory-refused-credentials',
    );
  });

  it('loses no job when it is killed after taking one: the next agent does it', async (t) => {
    const directory = await temporaryDirectory(t);
    const other = await temporaryDirectory(t);
    const stuck = await newStandIn(directory, hangs);
    const quick = await newStandIn(other, prints(idleStatus));
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 1500 });
    const first = await startAgentProcess(t, { bot, key: one, directory, env: syncEnv(stuck) });
    await seen(bot);
    const asked = new AgentSync(bot).status();
    await called(stuck, 'status');

    await first.kill();
    await startAgentProcess(t, { bot, key: two, directory: other, env: syncEnv(quick) });

    assert.equal((await asked).inProgress, false);
  });

  it('starts a cycle once although it is killed while starting and gets the job again', async (t) => {
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(directory, hangs);
    const bot = await startBot(t, await agentDatabase(t), { keys, leaseMs: 1500 });
    const settings = { bot, key: one, directory, env: syncEnv(standIn) };
    const first = await startAgentProcess(t, settings);
    await seen(bot);
    const asked = new AgentSync(bot).startDelta();
    await called(standIn, 'startDelta');

    await first.kill();
    await standIn.become(prints({ ...idleStatus, inProgress: true }));
    await startAgentProcess(t, settings);

    assert.deepEqual(await asked, { kind: 'already-running' });
    const calls = await standIn.calls();
    assert.equal(calls.filter((args) => args.includes('startDelta')).length, 1);
  });

  it('goes on with a bot that was restarted, and its answer reaches whoever asked elsewhere', async (t) => {
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(
      directory,
      `setTimeout(() => { ${prints(idleStatus)} }, 1500);`,
    );
    const database = await agentDatabase(t);
    const asking = await startBot(t, database, { keys });
    const serving = await startBot(t, database, { keys });
    await startAgentProcess(t, { bot: serving, key: one, directory, env: syncEnv(standIn) });
    await seen(serving);
    const asked = new AgentSync(asking).status();
    await called(standIn, 'status');

    await serving.close();
    await delay(1500);
    const again = await startBot(t, database, { keys, port: serving.port });

    assert.equal((await asked).enabled, true);
    assert.equal((await new AgentSync(again).status()).enabled, true);
  });

  it('answers what it is doing when it is told to stop, and ends', async (t) => {
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(
      directory,
      `setTimeout(() => { ${prints(idleStatus)} }, 1000);`,
    );
    const bot = await startBot(t, await agentDatabase(t), { keys, holdMs: 20_000 });
    const settings = { bot, key: one, directory, env: syncEnv(standIn) };
    const agent = await startAgentProcess(t, settings);
    await seen(bot);
    const asked = new AgentSync(bot).status();
    await called(standIn, 'status');

    const exitCode = await agent.stop();

    assert.equal(exitCode, 0);
    assert.equal((await asked).enabled, true);
  });

  it('goes on asking while it is refused, and works as soon as its key is known', async (t) => {
    const directory = await temporaryDirectory(t);
    const standIn = await newStandIn(directory, prints(idleStatus));
    const database = await agentDatabase(t);
    const strict = await startBot(t, database, { keys: [two] });
    await startAgentProcess(t, { bot: strict, key: one, directory, env: syncEnv(standIn) });
    await eventually(() => (strict.log.messages('warn').length > 2 ? true : undefined));
    assert.equal(await strict.jobs.lastSeen('sync.status'), undefined);

    await strict.close();
    const bot = await startBot(t, database, { keys: [one], port: strict.port });
    await seen(bot);

    assert.equal((await new AgentSync(bot).status()).enabled, true);
  });

  for (const [title, env, complaint] of [
    ['nothing to do', {}, /AD_MODE, AGENT_SYNC: at least one/],
    [
      'an address that is not https',
      { AGENT_BOT_URL: 'http://bot.example.com' },
      /AGENT_BOT_URL: /,
    ],
    [
      'a key that is none',
      { AGENT_SYNC: 'powershell', AGENT_KEY_FILE: import.meta.filename },
      /AGENT_KEY_FILE: must be/,
    ],
    [
      'a key that is not there',
      { AGENT_SYNC: 'powershell', AGENT_KEY_FILE: '/nowhere' },
      /AGENT_KEY_FILE: the file/,
    ],
  ] as const) {
    it(`does not start with ${title}`, async (t) => {
      const bot = { url: 'http://127.0.0.1:9' };
      const directory = await temporaryDirectory(t);
      const starting: Promise<AgentProcess> = startAgentProcess(t, {
        bot,
        key: one,
        directory,
        env,
      });

      await assert.rejects(
        starting,
        (error) => error instanceof Error && complaint.test(error.message),
      );
    });
  }
});
