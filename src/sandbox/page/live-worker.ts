import type { LiveNews } from './protocol.ts';

/**
 * One line to the server for all tabs: a browser opens six connections to a host at most, and with one event stream
 * per tab the seventh person would wait for ever.
 */
const tabs: MessagePort[] = [];
let isConnected = false;

const source = new EventSource('/api/events');
source.addEventListener('open', () => {
  isConnected = true;
  tell({ kind: 'line', connected: true });
});
source.addEventListener('error', () => {
  isConnected = false;
  tell({ kind: 'line', connected: false });
});
source.addEventListener('message', (message: MessageEvent<string>) => {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- page and server are one program with one protocol.ts
  const event: LiveNews = JSON.parse(message.data);
  tell(event);
});

addEventListener('connect', (event) => {
  if (event instanceof MessageEvent) {
    tabs.push(...event.ports);
    if (isConnected) {
      for (const port of event.ports) {
        port.postMessage({ kind: 'line', connected: true } satisfies LiveNews);
      }
    }
  }
});

function tell(news: LiveNews): void {
  for (const tab of tabs) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
    tab.postMessage(news);
  }
}
