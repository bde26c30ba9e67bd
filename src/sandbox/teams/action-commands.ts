import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ActionCommand } from '../page/protocol.ts';

const manifest = new URL('../../../appPackage/manifest.json', import.meta.url);

/** The part of an app package that says what can be chosen where. https://learn.microsoft.com/microsoft-365/extensibility/schema/root-compose-extensions-commands */
const Manifest = z.object({
  composeExtensions: z
    .array(
      z.object({
        commands: z.array(
          z.object({
            id: z.string(),
            type: z.enum(['query', 'action']).default('query'),
            title: z.string(),
            context: z
              .array(z.enum(['compose', 'commandBox', 'message']))
              .default(['compose', 'commandBox']),
            fetchTask: z.boolean().default(false),
          }),
        ),
      }),
    )
    .default([]),
});

/** The commands of the app that open a dialog of the bot, as its package has them. */
export async function readActionCommands(): Promise<readonly ActionCommand[]> {
  const { composeExtensions } = Manifest.parse(JSON.parse(await readFile(manifest, 'utf8')));
  return composeExtensions
    .flatMap(({ commands }) => commands)
    .filter(({ type, fetchTask }) => type === 'action' && fetchTask)
    .map(({ id, title, context: contexts }) => ({ id, title, contexts }));
}
