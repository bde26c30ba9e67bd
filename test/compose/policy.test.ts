import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { composePolicy } from '../../src/compose/policy.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import type { PolicyFacts } from '../../src/domain/approval-policy.ts';
import { ada, paul, rita } from '../support/requests.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'writeback-compose-'));
after(() => rmSync(directory, { recursive: true }));

const facts: PolicyFacts = {
  requesterId: rita.id,
  beneficiaryId: rita.id,
  group: { displayName: 'Finance Role Holders', isNew: true },
  catalog: { displayName: 'Writeback' },
  isMember: async () => false,
};

async function complaintAbout(file: string): Promise<string> {
  try {
    await composePolicy(readConfig({ APPROVAL_POLICY_FILE: file }));
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail('this policy is wrong and was accepted');
}

describe('composing the approval policy', () => {
  it('takes the file that is named', async () => {
    const file = 'docs/examples/simple.policy.yaml';
    const policy = await composePolicy(readConfig({ APPROVAL_POLICY_FILE: file }));

    assert.equal((await policy.routeFor(facts)).kind, 'refused');
  });

  it('lets any of the configured approvers decide where no file is named', async () => {
    const env = { APPROVERS: `${ada.id},${paul.id}`, MAXIMUM_DAYS: '30' };
    const route = await (await composePolicy(readConfig(env))).routeFor(facts);

    assert.ok(route.kind === 'approval');
    assert.deepEqual(route.stages[0]?.approvers, [
      { kind: 'user', id: ada.id },
      { kind: 'user', id: paul.id },
    ]);
    assert.equal(route.maximumDays, undefined, 'MAXIMUM_DAYS counts besides');
  });

  it("takes the sandbox's own approvers where nothing is configured at all", async () => {
    const route = await (await composePolicy(readConfig({}))).routeFor(facts);

    assert.ok(route.kind === 'approval');
    assert.deepEqual(route.stages[0]?.approvers, [
      { kind: 'user', id: ada.id },
      { kind: 'user', id: paul.id },
    ]);
  });

  it('lists everything that is wrong with the file, with line and column', async () => {
    const file = path.join(directory, 'wrong.yaml');
    writeFileSync(file, 'rules:\n  - name: All\n    refuse: No.\n    stage: []\nx: 1\n');

    assert.equal(
      await complaintAbout(file),
      [
        'Wrong approval policy:',
        `  ${file}:4:5 \`stage\` is not known here`,
        `  ${file}:5:1 \`x\` is not known here`,
        'The file is described in docs/policy.md.',
      ].join('\n'),
    );
  });

  it('says that the file is not there', async () => {
    assert.match(
      await complaintAbout(path.join(directory, 'none.yaml')),
      /^ {2}APPROVAL_POLICY_FILE: .*none\.yaml cannot be read \(ENOENT\)$/m,
    );
  });
});
