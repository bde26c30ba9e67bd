import type { LiveEvent, LiveNews, PageAnswers } from './protocol.ts';

/** Asks the server behind the page; rejects with its reason when it refuses. */
export async function ask<Path extends keyof PageAnswers>(
  path: Path,
  question: Readonly<Record<string, unknown>>,
): Promise<PageAnswers[Path]> {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  if (!response.ok) {
    throw new Error(`The sandbox refused ${path}: ${await response.text()}`);
  }
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- page and server are one program with one protocol.ts
  const answer: PageAnswers[Path] = await response.json();
  return answer;
}

interface Listener {
  onEvent(event: LiveEvent): void;
  /** Called with `true` each time the line stands again, so that what was missed can be fetched. */
  onLine(connected: boolean): void;
}

/** Listens for what happens in all chats, for as long as the page is open. */
export function listen(listener: Listener): void {
  const worker = new SharedWorker('/page/live-worker.ts', {
    type: 'module',
    name: 'writeback live',
  });
  worker.port.addEventListener('message', (message: MessageEvent<LiveNews>) => {
    const news = message.data;
    if (news.kind === 'line') {
      listener.onLine(news.connected);
    } else {
      listener.onEvent(news);
    }
  });
  worker.port.start();
}
