import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PromptStarter } from '../page/protocol.ts';

const folder = new URL('../../../appPackage/', import.meta.url);

/** The part of an app package that says what a chat can be begun with, and where its translations are. */
const Manifest = z.object({
  localizationInfo: z.object({
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.tuple([
    z.object({
      commandLists: z.array(
        z.object({
          commands: z.array(
            z.object({
              title: z.string(),
              type: z.enum(['basic', 'prompt']).default('basic'),
              prompt: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ]),
});
const Translation = z.record(z.string(), z.string());

/** What Teams offers above the box to write in, to somebody who has it in this language, such as `ar-AE`. */
export type PromptStarters = (locale: string) => readonly PromptStarter[];

/**
 * The prompt starters of the app, as its package has them; the language files translate the titles and what they type.
 * https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json
 */
export async function readPromptStarters(): Promise<PromptStarters> {
  const { bots, localizationInfo } = Manifest.parse(await readJson('manifest.json'));
  const translations = new Map<string, z.infer<typeof Translation>>();
  for (const { languageTag, file } of localizationInfo.additionalLanguages) {
    translations.set(languageTag, Translation.parse(await readJson(file)));
  }
  const offered = bots[0].commandLists.flatMap(({ commands }, list) =>
    commands.flatMap(({ type, title, prompt = title }, command) => {
      const key = `bots[0].commandLists[${list}].commands[${command}]`;
      return type === 'prompt' ? [{ key, title, prompt }] : [];
    }),
  );
  return (locale) => {
    const translated =
      translations.get(locale) ?? translations.get(new Intl.Locale(locale).language);
    return offered.map(({ key, title, prompt }) => ({
      title: translated?.[`${key}.title`] ?? title,
      prompt: translated?.[`${key}.prompt`] ?? prompt,
    }));
  };
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, folder), 'utf8'));
}
