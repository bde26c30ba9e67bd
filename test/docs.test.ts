import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ownerOf, toProblemCode } from '../src/domain/advice.ts';
import { leastPermissions } from '../src/graph/graph-call.ts';
import { wordsFor } from '../src/teams/words/choose.ts';

const root = new URL('../', import.meta.url);
const pages = [
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/decisions.md',
  'docs/operations.md',
  'docs/policy.md',
  'docs/security.md',
  'docs/setup.md',
];

async function readText(file: string): Promise<string> {
  return readFile(new URL(file, root), 'utf8');
}

describe('the documentation', () => {
  it('tells for every problem code what happened and who mends it, in the words of the cards', async () => {
    const page = await readText('docs/operations.md');
    const source = await readText('src/domain/problem.ts');
    const [, union = ''] = /export type ProblemCode =(.*?);/s.exec(source) ?? [];
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => toProblemCode(code));

    const { advice } = wordsFor('en');
    assert.ok(codes.length > 40);
    for (const code of codes) {
      const { next } = advice[code];
      assert.ok(page.includes(`| ${ownerOf(code)} | ${next} |`), `${code}: other words`);
      assert.match(page, new RegExp(`^\\| \`${code}\` \\| `, 'm'));
    }
  });

  it('names every finding that keeps a request waiting', async () => {
    const page = await readText('docs/operations.md');

    for (const finding of Object.keys(wordsFor('en').findings)) {
      assert.ok(page.includes(`\`${finding}\``), finding);
    }
  });

  it('names every Graph permission that a call needs, and none besides as to be granted', async () => {
    const page = await readText('docs/setup.md');
    const table = page.slice(page.indexOf('| Grant |'), page.indexOf('**Not needed'));
    const named = new Set(table.match(/(?<=`)[A-Z]\w+\.Read\w*\.All(?=`)/g));

    assert.deepEqual(named, new Set<string>(Object.values(leastPermissions)));
  });

  it('names every environment variable as it is', async () => {
    const example = await readText('env/.env.example');
    const toolkit = `${await readText('env/.env.dev')}${await readText('m365agents.local.yml')}`;

    for (const page of pages) {
      const names = (await readText(page)).match(/(?<=`)[A-Z]+(?:_[A-Z]+)+(?=[=`])/g) ?? [];
      for (const name of names.filter((given) => !toolkit.includes(given))) {
        assert.match(example, new RegExp(`^#? ?${name}=`, 'm'), `${page}: ${name}`);
      }
    }
  });

  it('gives a reason for each dependency and for nothing that is none', async () => {
    const page = await readText('docs/decisions.md');
    const Package = z.object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    });
    const { dependencies, devDependencies } = Package.parse(
      JSON.parse(await readText('package.json')),
    );
    const section = page.slice(page.indexOf('## Dependencies'));
    const rows = section.match(/^\| `.*?(?= \| )/gm)?.join(' ') ?? '';

    const reasoned = new Set([...rows.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    assert.deepEqual(reasoned, new Set(Object.keys({ ...dependencies, ...devDependencies })));
  });

  it('links to files that exist', async () => {
    for (const page of pages) {
      const links = (await readText(page)).matchAll(/\]\((?!https?:)([^)#]+)/g);
      for (const [, link = ''] of links) {
        const target = new URL(link, new URL(page, root));
        assert.ok(existsSync(target), `${page}: ${link}`);
      }
    }
  });
});
