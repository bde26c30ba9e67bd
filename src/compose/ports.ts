import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { CannotListenError } from '../teams/server.ts';

/**
 * Takes the ports for a moment, so that a port in use is told before anything is started. Throws what listening
 * there would throw: a CannotListenError for PORT and HOST, Node's error for SANDBOX_PAGE_PORT.
 */
export async function checkPorts({ settings, channel }: Config): Promise<void> {
  const address = { host: settings.HOST, port: settings.PORT };
  if (channel.CHANNEL_MODE === 'sandbox' && address.host !== '127.0.0.1') {
    throw new CannotListenError(address, 'NOT_LOOPBACK', undefined);
  }
  try {
    await tryListening(address);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CannotListenError(address, code, error);
  }
  if (channel.CHANNEL_MODE === 'sandbox' && channel.SANDBOX_SERVICE_URL === undefined) {
    await tryListening({ host: '127.0.0.1', port: settings.SANDBOX_PAGE_PORT });
  }
}

async function tryListening(address: {
  readonly host: string;
  readonly port: number;
}): Promise<void> {
  const probe = createServer().listen(address);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
