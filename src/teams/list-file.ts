import { z } from 'zod';
import { said } from './cards/escape.ts';
import { decodeText } from './decode-text.ts';
import type { ChatDeps } from './deps.ts';
import { readList } from './read-list.ts';
import { startList } from './start-list.ts';
import type { Turn } from './turn.ts';
import { everyLanguage } from './words/choose.ts';

/**
 * A file that somebody sent in the 1:1 chat; Teams puts it into their OneDrive and gives a link that needs no token.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#receive-files-in-personal-chat
 */
const FileAttachment = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().catch(''),
  content: z.object({ downloadUrl: z.url() }),
});

const largestFile = 1024 * 1024;

export interface FileDeps extends ChatDeps {
  /** Hosts, or `*.` and a domain, from which a file may be fetched; plain HTTP only from 127.0.0.1. */
  readonly fileHosts: readonly string[];
}

/** OneDrive and SharePoint of the commercial and the government clouds. */
export const teamsFileHosts = [
  '*.sharepoint.com',
  '*.sharepoint.us',
  '*.sharepoint-mil.us',
  '*.sharepoint.cn',
] as const;

/** The sandbox keeps its files on this machine. */
export const loopbackFileHosts = ['127.0.0.1'] as const;

const Attachments = z.array(z.unknown());

/** Undefined: there is no file in this message. Else what is to be said, which is nothing when the list was read. */
export async function answerFile(
  deps: FileDeps,
  turn: Turn,
  activity: { readonly id?: string | undefined; readonly attachments?: unknown },
): Promise<{ readonly say: string | undefined } | undefined> {
  const attachments = Attachments.safeParse(activity.attachments).data ?? [];
  const files = attachments.flatMap((each) => FileAttachment.safeParse(each).data ?? []);
  const [file] = files;
  if (file === undefined || !turn.isPersonal) {
    return undefined;
  }
  const { bulk } = turn.words;
  if (files.length > 1) {
    return { say: bulk.file.onlyOne };
  }
  if (!/\.(?:csv|tsv|txt)$/i.test(file.name)) {
    return { say: bulk.file.notAList(said(file.name)) };
  }
  const fetched = await fetchText(deps, file.content.downloadUrl);
  if (fetched.kind !== 'text') {
    return { say: bulk.file[fetched.kind] };
  }
  const reading = readList(fetched.text, everyLanguage());
  return { say: await startList(deps, turn, { reading, messageId: activity.id }) };
}

type Fetched =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge' | 'notReadable' };

/** How long a file may take, in real milliseconds; somebody waits, and Teams gives the turn some fifteen seconds. */
const timeoutMs = 8000;

/** Follows no redirect, so that a link cannot lead to a place inside. */
async function fetchText({ fileHosts, log }: FileDeps, link: string): Promise<Fetched> {
  const url = new URL(link);
  if (!isAllowed(url, fileHosts)) {
    log.warn({ host: url.host }, 'a file at a host that is not allowed');
    return { kind: 'notReadable' };
  }
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { redirect: 'error', signal });
    if (!response.ok || response.body === null) {
      log.info({ status: response.status }, 'a file could not be fetched');
      return { kind: 'notReadable' };
    }
    return await readLimited(response.body);
  } catch (error) {
    // fetch tells a broken connection, a redirect and the timeout by these two.
    if (error instanceof TypeError || error instanceof DOMException) {
      log.info({ error: error.name }, 'a file could not be fetched');
      return { kind: 'notReadable' };
    }
    throw error;
  }
}

function isAllowed({ protocol, hostname, username }: URL, hosts: readonly string[]): boolean {
  const isLoopback = hostname === '127.0.0.1';
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback);
  return isSafe && username === '' && hosts.some((host) => fits(hostname, host));
}

function fits(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

async function readLimited(body: ReadableStream<Uint8Array>): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestFile) {
      return { kind: 'tooLarge' };
    }
    chunks.push(chunk);
  }
  return { kind: 'text', text: decodeText(Buffer.concat(chunks)) };
}
