import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '../page/protocol.ts';

/** The open browsers; each gets everything that happens, by Server-Sent Events, for all the people its tabs show. */
export class LiveFeed {
  readonly #pages = new Set<ServerResponse>();

  get isWatched(): boolean {
    return this.#pages.size > 0;
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 500\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  send(event: LiveEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`;
    for (const response of this.#pages) {
      response.write(line);
    }
  }

  close(): void {
    for (const response of this.#pages) {
      response.end();
    }
  }
}
