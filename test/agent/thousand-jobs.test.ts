import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { GroupId } from '../../src/domain/ids.ts';
import { AgentDirectory } from '../../src/onprem/agent/agent-directory.ts';
import type { Database } from '../../src/store/database.ts';
import { addWrittenGroup, bindAs, onPremises, startDomain } from '../support/active-directory.ts';
import {
  agentDatabase,
  newKey,
  startAgentProcess,
  startBot,
  temporaryDirectory,
} from '../support/agent-world.ts';
import { eventually } from '../support/eventually.ts';

const groupId = GroupId.parse('3a5c3221-c465-48c0-95b8-e9305786a271');
const rita = onPremises('rita');
const ben = onPremises('ben');
const many = 1000;

async function has({ pool }: Database, sql: string, least: number): Promise<true | undefined> {
  const { rows } = await pool.query<{ n: number }>(sql);
  return (rows[0]?.n ?? 0) >= least ? true : undefined;
}

describe('a thousand jobs', () => {
  it('are each done once, by two agents, through two instances, with one agent killed on the way', async (t) => {
    const directory = await temporaryDirectory(t);
    const domain = await startDomain(t);
    await addWrittenGroup(await bindAs(t, domain, 'administrator'), groupId, [rita.dn]);
    const caFile = path.join(directory, 'ca.pem');
    await writeFile(caFile, domain.ca);
    const env = {
      AD_MODE: 'direct',
      AD_URLS: domain.url,
      AD_CA_FILE: caFile,
      AD_BIND_DN: domain.reader.bindDn,
      SECRET_AD_BIND_PASSWORD: domain.reader.password,
      AD_WRITEBACK_OU: domain.writebackOu,
      AD_SEARCH_BASE: domain.searchBase,
      LOG_LEVEL: 'error',
    };
    const agents = [newKey('site-1'), newKey('site-2')] as const;
    const database = await agentDatabase(t);
    const options = { keys: agents, leaseMs: 3000 };
    const bots = [await startBot(t, database, options), await startBot(t, database, options)];
    const [first, second] = bots as [(typeof bots)[number], (typeof bots)[number]];
    const killed = await startAgentProcess(t, { bot: first, key: agents[0], directory, env });
    await startAgentProcess(t, { bot: second, key: agents[1], directory, env });
    await eventually(() => has(database, 'select count(*)::int as n from agents', 2));
    const began = performance.now();

    const asked = Array.from({ length: many }, async (_, index) => {
      const isRita = index % 2 === 0;
      const asking = new AgentDirectory({
        jobs: bots[index % 2]?.jobs ?? first.jobs,
        patienceMs: 110_000,
      });
      const user = { securityIdentifier: isRita ? rita.sid : ben.sid };
      const [verdict] = await asking.check([{ groupId, user }]);
      return verdict?.state === (isRita ? 'member' : 'not-member');
    });
    const ofFirst = "select count(*)::int as n from agent_audit where agent_id = 'site-1'";
    await eventually(() => has(database, ofFirst, 20));
    await killed.kill();
    const right = await Promise.all(asked);

    const seconds = (performance.now() - began) / 1000;
    t.diagnostic(
      `${many} jobs in ${seconds.toFixed(1)} s, ${(many / seconds).toFixed(0)} per second`,
    );
    assert.equal(right.filter(Boolean).length, many);
    const { rows } = await database.pool.query<{ accepted: number; jobs: number; agents: number }>(
      `select count(*)::int as accepted, count(distinct job_id)::int as jobs,
              count(distinct agent_id)::int as agents from agent_audit where accepted`,
    );
    assert.deepEqual(rows, [{ accepted: many, jobs: many, agents: 2 }]);
    assert.ok(seconds < 100);
  });
});
