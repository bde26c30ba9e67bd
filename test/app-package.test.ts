import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { readCommand } from '../src/teams/read-command.ts';
import { everyLanguage, wordsFor } from '../src/teams/words/choose.ts';
import type { CommandName } from '../src/teams/words/command-name.ts';
import type { Words } from '../src/teams/words/words.ts';
import { type Pixels, readPng } from './support/png.ts';

const folder = new URL('../appPackage/', import.meta.url);

const command = z.strictObject({
  title: z.string().min(1).max(128),
  description: z.string().min(1).max(4000),
  /** A prompt starter beside being a command. */
  type: z.literal('prompt').optional(),
  prompt: z.string().min(1).max(4000).optional(),
});
const actionCommand = z.strictObject({
  id: z.literal('requestAccess'),
  type: z.literal('action'),
  title: z.string().min(1).max(32),
  description: z.string().min(1).max(128),
  context: z.array(z.enum(['compose', 'commandBox', 'message'])).min(1),
  fetchTask: z.literal(true),
});
const httpsUrl = z.url({ protocol: /^https$/ }).max(2048);
const scopes = z.array(z.enum(['personal', 'team', 'groupChat'])).min(1);

/** The parts of https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json that this app uses. */
const Manifest = z.strictObject({
  $schema: z.literal(
    'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
  ),
  manifestVersion: z.literal('1.29'),
  version: z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/),
  id: z.literal('${{TEAMS_APP_ID}}'),
  developer: z.strictObject({
    name: z.string().min(1).max(32),
    websiteUrl: httpsUrl,
    privacyUrl: httpsUrl,
    termsOfUseUrl: httpsUrl,
  }),
  name: z.strictObject({ short: z.string().min(1).max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().min(1).max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.literal('en'),
    additionalLanguages: z
      .array(z.strictObject({ languageTag: z.string(), file: z.string().max(2048) }))
      .optional(),
  }),
  accentColor: z.string().regex(/^#[\dA-F]{6}$/i),
  bots: z.tuple([
    z.strictObject({
      botId: z.literal('${{BOT_ID}}'),
      scopes,
      isNotificationOnly: z.literal(false),
      supportsFiles: z.literal(true),
      commandLists: z
        .array(z.strictObject({ scopes, commands: z.array(command).min(1).max(12) }))
        .max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({ botId: z.literal('${{BOT_ID}}'), commands: z.tuple([actionCommand]) }),
  ]),
  defaultInstallScope: z.literal('personal'),
  defaultGroupCapability: z.strictObject({ team: z.literal('bot'), groupchat: z.literal('bot') }),
  supportsChannelFeatures: z.literal('tier1'),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  webApplicationInfo: z.strictObject({
    id: z.literal('${{BOT_ID}}'),
    resource: z.literal('api://botid-${{BOT_ID}}'),
  }),
  validDomains: z.tuple([z.literal('${{BOT_DOMAIN}}')]),
});

async function readText(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
}

async function readManifest(): Promise<z.infer<typeof Manifest>> {
  return Manifest.parse(JSON.parse(await readText('manifest.json')));
}

async function readIcon(name: string): Promise<Pixels> {
  return readPng(await readFile(new URL(name, folder)));
}

const localizationSchema =
  'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json';

const dialogKey = 'composeExtensions[0].commands[0]';

/** A language file: https://learn.microsoft.com/microsoftteams/platform/resources/schema/localization-schema */
const Localization = z.strictObject({
  $schema: z.literal(localizationSchema),
  'name.short': Manifest.shape.name.shape.short,
  'name.full': Manifest.shape.name.shape.full,
  'description.short': Manifest.shape.description.shape.short,
  'description.full': Manifest.shape.description.shape.full,
  [`${dialogKey}.title`]: actionCommand.shape.title,
  [`${dialogKey}.description`]: actionCommand.shape.description,
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_unused, index) => [
      [`${commandKey(index)}.title`, command.shape.title],
      [`${commandKey(index)}.description`, command.shape.description],
      [`${commandKey(index)}.prompt`, command.shape.prompt],
    ]).flat(),
  ),
});

function commandKey(index: number): string {
  return `bots[0].commandLists[0].commands[${index}]`;
}

const commandNames = [
  'help',
  'request',
  'bulk',
  'my-requests',
  'waiting',
  'deputy',
  'status',
  'cancel',
  'why',
  'prerequisites',
  'engines',
  'sync-now',
] as const satisfies readonly (keyof Words['commands'])[];

/** The manifest has room for twelve. */
const unlisted: readonly CommandName[] = [
  'drift',
  'catalogs',
  'again',
  'favourites',
  'undelivered',
];

/** Those that somebody may begin with, offered above the box to write in. */
const prompts: ReadonlySet<keyof Words['commands']> = new Set(['request', 'my-requests']);

/** What the package says in a language, by the keys of the language files. */
function localizationOf({ app, commands, dialog }: Words): object {
  return {
    $schema: localizationSchema,
    'name.short': app.name,
    'name.full': app.fullName,
    'description.short': app.description,
    'description.full': app.fullDescription,
    [`${dialogKey}.title`]: dialog.title,
    [`${dialogKey}.description`]: dialog.description,
    ...Object.fromEntries(
      commandNames.flatMap((name, index) => [
        [`${commandKey(index)}.title`, commands[name][0]],
        [`${commandKey(index)}.description`, app.commands[name]],
        ...(prompts.has(name) ? [[`${commandKey(index)}.prompt`, commands[name][0]] as const] : []),
      ]),
    ),
  };
}

describe('the Teams app package', () => {
  it('keeps to the fields and limits of manifest schema 1.29', async () => {
    const result = Manifest.safeParse(JSON.parse(await readText('manifest.json')));

    assert.equal(result.success ? '' : z.prettifyError(result.error), '');
  });

  it('leaves ids and the domain to the placeholders that the Toolkit fills in', async () => {
    const text = await readText('manifest.json');

    const names = new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name));
    assert.deepEqual(names, new Set(['TEAMS_APP_ID', 'BOT_ID', 'BOT_DOMAIN']));
    assert.doesNotMatch(text, /[\da-f]{8}-[\da-f]{4}-/i, 'an id is written down');
  });

  it('has the version of the package', async () => {
    const text = await readFile(new URL('../package.json', folder), 'utf8');
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(text));

    assert.equal((await readManifest()).version, version);
  });

  it('offers the bot in personal, team and group chats, with its commands in each', async () => {
    const [bot] = (await readManifest()).bots;

    const listed = bot.commandLists.flatMap((list) => list.scopes);
    assert.deepEqual(new Set(bot.scopes), new Set(['personal', 'team', 'groupChat']));
    assert.deepEqual(new Set(listed), new Set(bot.scopes));
    assert.equal(listed.length, bot.scopes.length, 'a scope is listed twice');
  });

  it('lists exactly the commands that the bot answers and explains', async () => {
    const [bot] = (await readManifest()).bots;
    const { help } = wordsFor('en');
    const explained = [['help'], ...help.commands, ...help.forAdministrators].map(
      ([example]) => readCommand(example ?? '').name,
    );

    for (const { commands } of bot.commandLists) {
      const listed = commands.map(({ title }) => readCommand(title).name);
      assert.equal(new Set(listed).size, listed.length, 'a command is listed twice');
      assert.deepEqual(new Set([...listed, ...unlisted]), new Set(explained));
      assert.ok(!unlisted.some((name) => listed.includes(name)));
      assert.ok(!listed.includes('unknown'));
    }
  });

  it('says in the manifest what the English words say', async () => {
    const { app, commands } = wordsFor('en');
    const { name, description, bots } = await readManifest();

    assert.deepEqual(name, { short: app.name, full: app.fullName });
    assert.deepEqual(description, { short: app.description, full: app.fullDescription });
    assert.deepEqual(
      bots[0].commandLists.map((list) => list.commands),
      [
        commandNames.map((each) => ({
          title: commands[each][0],
          description: app.commands[each],
          ...(prompts.has(each) ? { type: 'prompt', prompt: commands[each][0] } : {}),
        })),
      ],
    );
  });

  it('offers the form in every chat by an action command', async () => {
    const { dialog } = wordsFor('en');
    const [{ commands }] = (await readManifest()).composeExtensions;

    const [{ title, description, context }] = commands;
    assert.deepEqual(
      { title, description },
      { title: dialog.title, description: dialog.description },
    );
    assert.deepEqual(context, ['compose', 'commandBox', 'message']);
  });

  it('lists a file for every language but English, which is the manifest itself', async () => {
    const { additionalLanguages = [] } = (await readManifest()).localizationInfo;
    const others = everyLanguage().slice(1);

    assert.deepEqual(
      additionalLanguages,
      others.map(({ language }) => ({
        languageTag: language,
        file: `localization/${language}.json`,
      })),
    );
  });

  for (const words of everyLanguage()) {
    it(`has within the limits what Teams asks of a language file, in ${words.language}`, (t) => {
      const localization = localizationOf(words);

      const result = Localization.safeParse(localization);
      assert.equal(result.success ? '' : z.prettifyError(result.error), '');
      if (words.language !== 'en') {
        const file = new URL(`localization/${words.language}.json`, folder);
        t.assert.fileSnapshot(localization, file.pathname, {
          serializers: [(value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`],
        });
      }
    });
  }

  it('has a colour icon of 192 by 192 pixels without transparency', async () => {
    const icon = await readIcon((await readManifest()).icons.color);

    assert.deepEqual([icon.width, icon.height], [192, 192]);
    assert.ok(icon.pixels.every(({ alpha }) => alpha === 255));
  });

  it('has an outline icon of 32 by 32 pixels, white on a transparent ground', async () => {
    const icon = await readIcon((await readManifest()).icons.outline);

    const drawn = icon.pixels.filter(({ alpha }) => alpha > 0);
    assert.deepEqual([icon.width, icon.height], [32, 32]);
    assert.ok(drawn.length > 100 && drawn.length < 600, `${drawn.length} pixels are drawn`);
    assert.ok(drawn.every(({ red, green, blue }) => Math.min(red, green, blue) === 255));
    assert.equal(icon.pixels[0]?.alpha, 0);
  });

  it('keeps the drawing of each icon beside it, in the same size', async () => {
    for (const [name, size] of [
      ['color.svg', 192],
      ['outline.svg', 32],
    ] as const) {
      assert.match(await readText(name), new RegExp(`<svg [^>]*viewBox="0 0 ${size} ${size}"`));
    }
  });
});
