import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  AuthenticationError,
  AuthenticationRequiredError,
  CredentialUnavailableError,
} from '@azure/identity';
import { createTokenProvider, toTokenSilence } from '../../src/graph/credentials.ts';
import { GraphHttp } from '../../src/graph/graph-http.ts';
import { em, tenantId, userId } from './ids.ts';
import { assertProblem } from './problems.ts';
import { RecordingClock } from './recording-clock.ts';
import { ScriptedGraph } from './scripted-graph.ts';

const expired = new AuthenticationRequiredError({
  scopes: [],
  message: 'invalid_client: AADSTS7000222: The provided client secret keys are expired.',
});
const offline = new AuthenticationRequiredError({
  scopes: [],
  message: 'network_error',
  cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
});

describe('a failure to get a token', () => {
  for (const [name, error, kind] of [
    ['an expired secret', expired, 'no-token'],
    ['a missing managed identity', new CredentialUnavailableError('none here'), 'no-token'],
    ['a refusal of the identity service', new AuthenticationError(400, {}), 'no-token'],
    ['an outage of the identity service', new AuthenticationError(503, {}), 'token-unreachable'],
    ['no way to the identity service', offline, 'token-unreachable'],
  ] as const) {
    it(`is told apart: ${name}`, () => {
      assert.equal(toTokenSilence(error).kind, kind);
    });
  }

  it('reaches the caller as refused credentials, and Graph is not asked', async () => {
    await using server = await ScriptedGraph.start();
    const http = connect(server, () => Promise.reject(expired));
    const call = {
      operation: 'create-catalog',
      method: 'POST',
      path: `${em}/catalogs`,
      body: {},
    } as const;

    const problem = await assertProblem(http.run(call), 'graph-credentials-refused');

    assert.match(problem.detail, /create-catalog: no token \(AADSTS7000222\)/);
    assert.doesNotMatch(problem.detail, /secret/);
    assert.equal(server.received.length, 0);
  });

  it('means unreachable, and nothing done, when the identity service is away', async () => {
    await using server = await ScriptedGraph.start();
    const http = connect(server, () => Promise.reject(offline));
    const call = {
      operation: 'create-catalog',
      method: 'POST',
      path: `${em}/catalogs`,
      body: {},
    } as const;

    const problem = await assertProblem(http.run(call), 'graph-unreachable');

    assert.match(problem.detail, /ENOTFOUND/);
  });

  it('ends with the timeout when the identity service stays silent', async () => {
    await using server = await ScriptedGraph.start();
    const http = connect(server, untilAborted);
    const call = { operation: 'find-user', method: 'GET', path: `/users/${userId}` } as const;

    await assertProblem(http.run(call), 'graph-unreachable');

    assert.equal(server.received.length, 0);
  });
});

describe('createTokenProvider', () => {
  it('says a fixed word in the sandbox', async () => {
    const getToken = createTokenProvider({ kind: 'sandbox' });

    assert.equal(await getToken(new AbortController().signal), 'sandbox');
  });

  it('takes each kind of credential without asking anybody', () => {
    const application = { tenantId, clientId: userId };
    const providers = [
      createTokenProvider({ kind: 'managed-identity' }),
      createTokenProvider({ kind: 'managed-identity', clientId: userId }),
      createTokenProvider({ kind: 'certificate', ...application, certificatePath: '/none.pem' }),
      createTokenProvider({ kind: 'federated', ...application, tokenFile: '/none' }),
      createTokenProvider({ kind: 'secret', ...application, clientSecret: 'made up' }),
    ];

    assert.ok(providers.every((provider) => typeof provider === 'function'));
  });

  it('refuses a certificate that is not there, without leaving the machine', async () => {
    const getToken = createTokenProvider({
      kind: 'certificate',
      tenantId,
      clientId: userId,
      certificatePath: '/none.pem',
    });

    await assert.rejects(getToken(AbortSignal.timeout(5000)), /none\.pem/);
  });
});

function connect(
  server: ScriptedGraph,
  getToken: (signal: AbortSignal) => Promise<string>,
): GraphHttp {
  return new GraphHttp({
    origin: server.origin,
    clock: new RecordingClock(),
    getToken,
    timeoutMs: 50,
  });
}

function untilAborted(signal: AbortSignal): Promise<string> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });
}
