import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';

const directory = mkdtempSync(path.join(tmpdir(), 'writeback-policy-'));
after(() => rmSync(directory, { recursive: true }));

const ada = 'aaaaaaaa-0000-4000-8000-000000000003';
const policy = `rules:
  - name: All
    stages: [{ name: One, approvers: [{ user: ${ada} }] }]
`;

function testsFor(...rules: readonly string[]): string {
  const lines = rules.map(
    (rule) =>
      `  - request: { requester: ${ada}, group: { name: Any } }\n    expect: { rule: ${rule} }\n`,
  );
  return `tests:\n${lines.join('')}`;
}

function write(name: string, text: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
}

function run(
  ...args: readonly string[]
): Promise<{ readonly code: unknown; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/policy/cli.ts', ...args],
      { timeout: 60_000 },
      (error, stdout, stderr) => {
        const out = `${stdout}${stderr}`.replaceAll(`${directory}${path.sep}`, '').trimEnd();
        resolve({ code: error === null ? 0 : error.code, out });
      },
    );
  });
}

describe('npm run policy', { concurrency: 2 }, () => {
  it('checks a policy and says in what order its rules count', async () => {
    assert.deepEqual(await run('check', write('right.yaml', policy)), {
      code: 0,
      out: 'right.yaml is a valid policy. A rule that refuses counts wherever it stands, else the first that matches:\n  1. All: One (any)\nBreak-glass is off.',
    });
  });

  for (const [distinct, cautions] of [
    ['true', 1],
    ['false', 0],
  ] as const) {
    it(`warns of a manager beside a stage that needs all, with distinctApprovers ${distinct}`, async () => {
      const file = write(
        `manager-${distinct}.yaml`,
        `rules:
  - name: All
    distinctApprovers: ${distinct}
    stages:
      - { name: Manager, approvers: [{ manager: { fallback: [${ada}] } }] }
      - { name: Security, approvers: [{ group: ${ada} }], need: all }
`,
      );

      const { code, out } = await run('check', file);

      assert.equal(code, 0, out);
      assert.equal(out.split('Caution: in "All", stage 2 needs all').length - 1, cautions, out);
    });
  }

  for (const command of ['check', 'test']) {
    it(`lists the errors of a wrong policy at ${command}, with line and column`, async () => {
      const file = write(`wrong-${command}.yaml`, `${policy}    expires: P1D\ndefault: {}\n`);
      const name = path.basename(file);

      assert.deepEqual(await run(command, file), {
        code: 1,
        out: `${name}:4:5 \`expires\` is not known here\n${name}:5:1 \`default\` is not known here`,
      });
    });
  }

  it('runs the tests inside of a policy, one line for each', async () => {
    const file = write('tested.yaml', policy + testsFor('All', 'Other'));

    assert.deepEqual(await run('test', file), {
      code: 1,
      out: [
        `✓ tested.yaml:5 ${ada} asks for Any → All`,
        `✗ tested.yaml:7 ${ada} asks for Any → All`,
        '    rule: expected Other',
        '              came All',
        '1 of 2 expectations hold.',
      ].join('\n'),
    });
  });

  it('runs the tests of a second file, too', async () => {
    const file = write('own.yaml', policy + testsFor('All'));
    const { code, out } = await run('test', file, write('more.yaml', testsFor('All')));

    assert.equal(code, 0);
    assert.match(out, /^✓ own\.yaml:5 .*\n✓ more\.yaml:2 .*\n2 of 2 expectations hold\.$/);
  });

  it('says what is wrong with a second file', async () => {
    const file = write('with-second.yaml', policy);

    assert.deepEqual(await run('test', file, write('empty.yaml', 'tests: []')), {
      code: 1,
      out: 'empty.yaml:1:8 `tests` must have at least one test',
    });
    assert.equal((await run('test', file, path.join(directory, 'absent.yaml'))).code, 2);
  });

  it('does not call a policy without tests tested', async () => {
    const { code, out } = await run('test', write('untested.yaml', policy));

    assert.equal(code, 1);
    assert.match(out, /^There are no tests\./);
  });

  it('says that a file is not there', async () => {
    assert.deepEqual(await run('check', path.join(directory, 'none.yaml')), {
      code: 2,
      out: 'none.yaml cannot be read (ENOENT).',
    });
  });

  for (const args of [
    [],
    ['check'],
    ['test'],
    ['check', 'a', 'b'],
    ['schema', 'a'],
    ['tset', 'a'],
  ]) {
    it(`explains itself to "${args.join(' ')}"`, async () => {
      const { code, out } = await run(...args);

      assert.equal(code, 2);
      assert.match(out, /^Usage:\n {2}npm run policy -- check <policy file>/);
    });
  }

  it('prints the schema for editors', async () => {
    const { code, out } = await run('schema');

    assert.equal(code, 0);
    assert.equal(JSON.parse(out).title, 'Approval policy of Writeback');
  });
});
