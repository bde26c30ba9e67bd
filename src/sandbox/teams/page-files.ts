import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const folder = new URL('../page/', import.meta.url);
const adaptiveCards = createRequire(import.meta.url).resolve(
  'adaptivecards/dist/adaptivecards.min.js',
);

export interface PageFile {
  readonly contentType: string;
  readonly body: string;
}

const Scripts = z.array(z.tuple([z.string(), z.string()]));

/** The files of the page; its TypeScript is served with the types taken out, and read again after a change. */
export class PageFiles {
  #sources = '';
  #scripts = new Map<string, string>();

  /** Resolves to `undefined` when the page has no such file. */
  async find(path: string): Promise<PageFile | undefined> {
    if (path === '/') {
      await this.#strip();
      return { contentType: 'text/html; charset=utf-8', body: await readPage('index.html') };
    }
    if (path === '/vendor/adaptivecards.min.js') {
      return {
        contentType: 'text/javascript; charset=utf-8',
        body: await readFile(adaptiveCards, 'utf8'),
      };
    }
    const name = path.replace('/page/', '');
    if (name === 'page.css' || name === 'cards.css') {
      return { contentType: 'text/css; charset=utf-8', body: await readPage(name) };
    }
    const body = this.#scripts.get(name);
    return body === undefined ? undefined : { contentType: 'text/javascript; charset=utf-8', body };
  }

  async #strip(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
    const sources = await Promise.all(
      names.map(async (name) => [name, await readPage(name)] as const),
    );
    const all = JSON.stringify(sources);
    if (all !== this.#sources) {
      this.#scripts = await stripTypes(sources);
      this.#sources = all;
    }
  }
}

/** Node still calls its type stripping API experimental; a worker of its own can be started without that warning. */
async function stripTypes(
  sources: readonly (readonly [string, string])[],
): Promise<Map<string, string>> {
  const worker = new Worker(new URL('./strip-worker.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    workerData: sources,
  });
  const answers = z.tuple([Scripts]).parse(await once(worker, 'message'));
  return new Map(answers[0]);
}

async function readPage(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8');
}
