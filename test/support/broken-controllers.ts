import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import {
  ensureAuthority,
  issueServerCertificate,
} from '../../src/sandbox/active-directory/certificates.ts';
import type { Journal } from '../../src/sandbox/journal.ts';

async function serve(t: TestContext, server: Server): Promise<string> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => {});
  });
  t.after(() => {
    for (const socket of open) {
      socket.destroy();
    }
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return `ldaps://127.0.0.1:${port}`;
}

/** Accepts connections and never says a word. */
export function startBlackHole(t: TestContext): Promise<string> {
  return serve(t, createServer());
}

/** An address where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `ldaps://127.0.0.1:${port}`;
}

/**
 * A way to a working controller that breaks for good after so many bytes of its answers. `passed` counts the bytes
 * of the last connection.
 */
export async function startBreakingProxy(
  t: TestContext,
  target: string,
  breaksAfter = Infinity,
): Promise<{ readonly url: string; readonly passed: () => number }> {
  let passed = 0;
  const server = createServer((near) => {
    passed = 0;
    const { hostname, port } = new URL(target);
    const far = connect(Number(port || 636), hostname);
    far.on('data', (data) => {
      near.write(data.subarray(0, breaksAfter - passed));
      passed += data.length;
      if (passed >= breaksAfter) {
        far.destroy();
        near.end(() => near.destroy());
      }
    });
    near.on('data', (data) => far.write(data));
    near.on('close', () => far.destroy());
    far.on('error', () => near.destroy());
    far.on('close', () => near.end());
  });
  return { url: await serve(t, server), passed: () => passed };
}

/** Trusted by the domain of the journal; accepts any bind, then treats the search as `onSearch` does. */
export function startFakeController(
  t: TestContext,
  journal: Journal,
  onSearch: (socket: Socket, messageId: number) => void,
): Promise<string> {
  const certificate = issueServerCertificate(ensureAuthority(journal), 'dc9.corp.contoso.test');
  const server = createTlsServer(certificate, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (data: Buffer) => {
      const { id, operation } = headerOf(data);
      if (operation === 0x60) {
        socket.write(bindSucceeded(id));
      } else if (operation === 0x63) {
        onSearch(socket, id);
      }
    });
  });
  return serve(t, server);
}

/** Message ids of a fresh client are of one byte. */
function headerOf(data: Buffer): { readonly id: number; readonly operation: number } {
  const first = data[1] ?? 0;
  const start = first < 0x80 ? 2 : 2 + (first & 0x7f);
  return { id: data[start + 2] ?? 0, operation: data[start + 3] ?? 0 };
}

function bindSucceeded(messageId: number): Buffer {
  return Buffer.from([0x30, 0x0c, 2, 1, messageId, 0x61, 7, 0x0a, 1, 0, 4, 0, 4, 0]);
}
