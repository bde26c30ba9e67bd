import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';

const root = new URL('../', import.meta.url);
const guid = '5d1f0a52-6f6b-4f0c-9a1e-7f6a0c5f7b21';

async function readText(file: string): Promise<string> {
  return readFile(new URL(file, root), 'utf8');
}

/** What the placeholders of the Toolkit and the expressions of Bicep stand for, as far as a setting can tell. */
function fillIn(text: string): string {
  return text
    .replaceAll(/\$\{\{[A-Z_]+\}\}/g, guid)
    .replace(/^identity\.properties\.\w+$/, guid)
    .replaceAll("'", '')
    .replace(/^@Microsoft\.KeyVault\(.*database-url\)$/, 'postgresql://db.example.com/writeback');
}

async function settingsOfBicep(): Promise<readonly (readonly [string, string])[]> {
  const [, block = ''] =
    /^var baseSettings = \{\n(.*?)^\}/ms.exec(await readText('infra/azure.bicep')) ?? [];
  return [...block.matchAll(/^ {2}([A-Z_]+): (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    fillIn(value),
  ]);
}

async function settingsOfParameters(): Promise<readonly (readonly [string, string])[]> {
  const Parameters = z.object({
    parameters: z.object({
      settings: z.object({ value: z.record(z.string(), z.string()) }),
    }),
  });
  const { parameters } = Parameters.parse(
    JSON.parse(await readText('infra/azure.parameters.json')),
  );
  return Object.entries(parameters.settings.value).map(([name, value]) => [name, fillIn(value)]);
}

async function settingsOfLocalToolkit(): Promise<readonly (readonly [string, string])[]> {
  const [, block = ''] = /^ {6}envs:\n(.*)$/ms.exec(await readText('m365agents.local.yml')) ?? [];
  return [...block.matchAll(/^ {8}([A-Z_]+): (.+)$/gm)].map(([, name = '', value = '']) => [
    name,
    fillIn(value),
  ]);
}

/** Those that App Service reads for itself. */
const ofThePlatform = /^(?:WEBSITE|SCM)_/;

async function assertDescribed(settings: readonly (readonly [string, string])[]): Promise<void> {
  const example = await readText('env/.env.example');
  for (const [name] of settings.filter(([given]) => !ofThePlatform.test(given))) {
    assert.match(example, new RegExp(`^#? ?${name}=`, 'm'), `${name} is not a setting`);
  }
}

describe('the settings that infra/ and the Toolkit files give to the bot', () => {
  it('are complete and right in Azure, and nothing of the sandbox is left', async () => {
    const settings = [...(await settingsOfBicep()), ...(await settingsOfParameters())];

    const config = readConfig(Object.fromEntries(settings));

    await assertDescribed(settings);
    assert.equal(config.channel.CHANNEL_MODE, 'teams');
    assert.equal(config.graph.GRAPH_MODE, 'graph');
    assert.notEqual(config.ad.AD_MODE, 'sandbox');
    assert.notEqual(config.sync.SYNC_MODE, 'sandbox');
    assert.notEqual(config.settings.DATABASE_URL, undefined);
    assert.equal(config.settings.INSTANCE_ID, undefined, 'instances would share it');
  });

  it('are complete and right for the real Teams with the rest of the sandbox', async () => {
    const settings = await settingsOfLocalToolkit();

    const config = readConfig(Object.fromEntries(settings));

    await assertDescribed(settings);
    assert.equal(config.channel.CHANNEL_MODE, 'teams');
    assert.equal(config.graph.GRAPH_MODE, 'sandbox');
  });

  it('always name the type of the Azure Bot', async () => {
    const text = await readText('infra/botRegistration/azurebot.bicep');

    assert.match(text, /^ {4}msaAppType: appType$/m);
    assert.match(
      text,
      /^@allowed\(\['SingleTenant', 'UserAssignedMSI'\]\)\nparam appType string$/m,
    );
  });

  it('hold no secret in a file that is committed', async () => {
    const files = ['env/.env.dev', 'env/.env.example', 'infra/azure.parameters.json'];

    for (const text of await Promise.all(files.map(readText))) {
      assert.doesNotMatch(text, /^(?!#).*(?:SECRET|PASSWORD)\w*=./m);
      assert.doesNotMatch(text, /"value": "(?!.*\$\{\{)[^"]*(?:secret|password)/i);
    }
  });
});
