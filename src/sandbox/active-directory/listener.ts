import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { decode, firstElementLength } from './ber.ts';
import type { ServerCertificate } from './certificates.ts';
import { Conversation } from './conversation.ts';
import type { Domain } from './domain.ts';
import { toRequest } from './messages.ts';

/** Every LDAP message begins with it. */
const sequenceTag = 0x30;

export interface ListenOptions {
  readonly domain: Domain;
  readonly certificate: ServerCertificate;
  readonly port: number;
  readonly encrypted: boolean;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves LDAP on 127.0.0.1; closing ends the open connections too. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const open = new Set<Socket>();
  function accept(socket: Socket): void {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    converse(socket, options);
  }
  const server = options.encrypted
    ? createTlsServer(options.certificate, accept)
    : createServer(accept);
  await listening(server, options.port);
  return {
    port: portOf(server),
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of open) {
        socket.destroy();
      }
      await closed;
    },
  };
}

/** Cuts the stream into messages; whoever sends what is not LDAP is disconnected. */
function converse(socket: Socket, options: ListenOptions): void {
  let pending: Buffer = Buffer.alloc(0);
  const conversation = new Conversation(options.domain, {
    encrypted: socket instanceof TLSSocket,
    send: (message) => socket.write(message),
    end: () => socket.end(),
    startTls: () => {
      socket.removeListener('data', read);
      converse(new TLSSocket(socket, { isServer: true, ...options.certificate }), options);
    },
  });
  function read(data: Buffer): void {
    try {
      pending = drain(Buffer.concat([pending, data]), conversation);
    } catch {
      socket.destroy();
    }
  }
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', read);
}

function drain(buffer: Buffer, conversation: Conversation): Buffer {
  let rest = buffer;
  for (;;) {
    if (rest.length > 0 && rest[0] !== sequenceTag) {
      throw new RangeError('this is not LDAP');
    }
    const length = firstElementLength(rest);
    if (length === undefined || length > rest.length) {
      return rest;
    }
    const [message] = decode(rest.subarray(0, length));
    rest = rest.subarray(length);
    if (message !== undefined) {
      conversation.handle(toRequest(message));
    }
  }
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address === null || typeof address === 'string' ? 0 : address.port;
}
