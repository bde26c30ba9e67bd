import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type App, startApp } from '../../src/compose/app.ts';
import { readConfig } from '../../src/config.ts';
import { people } from '../../src/sandbox/seed.ts';
import { type Outside, startOutside } from './journey.ts';
import { SilentLog } from './silent-log.ts';

/** The product in a world of its own, under an approval policy. */
export interface PolicyJourney extends AsyncDisposable {
  readonly outside: Outside;
  readonly log: SilentLog;
  /** Graph as an administrator changes it by other ways than the product. */
  changeGroup(displayName: string, change: object): Promise<void>;
}

/** `policy` is the YAML of the file. */
export async function startUnderPolicy(policy: string): Promise<PolicyJourney> {
  const outside = await startOutside();
  const log = new SilentLog();
  let app: App | undefined;
  try {
    const file = path.join(outside.env['DATA_DIRECTORY'] ?? '', 'policy.yaml');
    await writeFile(file, policy);
    app = await startApp(readConfig({ ...outside.env, APPROVAL_POLICY_FILE: file }), log);
    await outside.teams.announceInstall();
  } catch (error) {
    await app?.close();
    await outside.close();
    throw error;
  }
  const started = app;
  return {
    outside,
    log,
    async changeGroup(displayName, change) {
      const group = outside.graph.groupsForSync().find((each) => each.displayName === displayName);
      const response = await fetch(`${outside.graph.origin}/beta/groups/${group?.id}`, {
        method: 'PATCH',
        headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
      assert.equal(response.status, 204);
    },
    async [Symbol.asyncDispose]() {
      await started.close();
      await outside.close();
    },
  };
}

/** The object id of a person of the sandbox, for a policy. */
export function idOf(key: string): string {
  const person = people.find((each) => each.key === key);
  assert.ok(person, `nobody is called ${key}`);
  return person.objectId;
}

/** Every group by its name, for a form. */
export function groupIdOf(outside: Outside, displayName: string): string {
  const group = outside.graph.groupsForSync().find((each) => each.displayName === displayName);
  assert.ok(group, `no group is called ${displayName}`);
  return group.id;
}
