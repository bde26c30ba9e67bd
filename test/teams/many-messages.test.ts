import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Journal } from '../../src/sandbox/journal.ts';
import { startTeams } from '../../src/sandbox/teams/server.ts';
import { type Connector, createConnector } from '../../src/teams/connector.ts';
import { createConnectorHttp } from '../../src/teams/connector-http.ts';
import { pacedConnector } from '../../src/teams/paced-connector.ts';
import { SendPace } from '../../src/teams/send-pace.ts';
import { StillClock } from '../support/still-clock.ts';

interface Sent {
  readonly refused: number;
  readonly arrived: number;
}

/** A hundred messages at once into one chat of the sandbox's Teams, which counts as the real one does. */
async function sendHundred(
  wrap: (connector: Connector, clock: StillClock) => Connector,
): Promise<Sent> {
  const clock = new StillClock();
  const clockStrip = {
    state: () => ({ now: clock.now(), speed: 1, inProgress: false, paused: false }),
    runCycle: () => undefined,
    skip: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  };
  const teams = await startTeams({
    journal: new Journal(),
    clock,
    clockStrip,
    botEndpoint: () => 'http://127.0.0.1:9/',
  });
  try {
    teams.limitRate('with-retry-after');
    const http = createConnectorHttp({ token: undefined, sendTimeoutMs: 60_000 });
    const connector = wrap(stillWhileSending(createConnector(http, '28:bot'), clock), clock);
    const conversationId = teams.personalConversation('rita');
    const address = { serviceUrl: teams.serviceUrl, conversationId };
    const texts = Array.from({ length: 100 }, (_, index) => `${index}`);

    await Promise.allSettled(
      texts.map((text) => connector.post(address, { type: 'message', text })),
    );
    return { refused: teams.throttled(), arrived: teams.messages(conversationId).length };
  } finally {
    await teams.close();
  }
}

function stillWhileSending(connector: Connector, clock: StillClock): Connector {
  return {
    ...connector,
    post: (address, activity) => clock.whileStill(() => connector.post(address, activity)),
  };
}

describe('a hundred messages to one conversation', () => {
  it('all arrive, and Teams need not refuse one', async () => {
    const sent = await sendHundred((connector, clock) =>
      pacedConnector(connector, new SendPace(clock)),
    );

    assert.deepEqual(sent, { refused: 0, arrived: 100 });
  });

  it('would be refused for the greater part without that', async () => {
    const sent = await sendHundred((connector) => connector);

    assert.ok(sent.refused > 50, `${sent.refused} were refused`);
  });
});
