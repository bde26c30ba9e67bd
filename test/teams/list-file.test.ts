import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { ChatDeps } from '../../src/teams/deps.ts';
import { answerFile, loopbackFileHosts, teamsFileHosts } from '../../src/teams/list-file.ts';
import { readTurn, type Turn } from '../../src/teams/turn.ts';
import { noLists } from '../support/no-lists.ts';
import { rita, tenantId } from '../support/requests.ts';
import { SilentLog } from '../support/silent-log.ts';
import { envelope } from '../support/teams-world.ts';

const line = 'ada@contoso.test;Finance;30\n';
const german = 'jörg@contoso.test;Prüfung – €;30\n';

/** The same line in the encodings of Excel and of editors. */
const written: Readonly<Record<string, Buffer>> = {
  '/utf-8': Buffer.from(german),
  '/windows-1252': Buffer.from(german.replace('€', '\u0080').replace('–', '\u0096'), 'latin1'),
  '/utf-16le': Buffer.from(`\uFEFF${german}`, 'utf16le'),
  '/utf-16be': Buffer.from(`\uFEFF${german}`, 'utf16le').swap16(),
};

describe('a file sent to the bot', () => {
  let server: Server;
  let origin: string;
  const paths: string[] = [];
  const started: unknown[] = [];

  before(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      paths.push(path);
      if (path === '/moved') {
        response.writeHead(302, { location: '/list' });
        response.end();
      } else {
        const body = path === '/large' ? line.repeat(50_000) : (written[path] ?? `\uFEFF${line}`);
        response.writeHead(path === '/gone' ? 404 : 200);
        response.end(body);
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await once(server, 'close');
  });

  async function send(
    downloadUrl: string,
    {
      name = 'list.csv',
      hosts = loopbackFileHosts,
      times = 1,
    }: {
      readonly name?: string;
      readonly hosts?: readonly string[];
      readonly times?: number;
    } = {},
  ): Promise<string | undefined> {
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    const attachments = Array.from({ length: times }, () => ({
      contentType,
      name,
      content: { downloadUrl },
    }));
    const answer = await answerFile(deps(hosts), turn(), { id: 'm1', attachments });
    assert.ok(answer, 'it is taken for a file');
    return answer.say;
  }

  function deps(
    fileHosts: readonly string[],
  ): ChatDeps & { readonly fileHosts: readonly string[] } {
    const used: Pick<ChatDeps, 'batches' | 'log' | 'newFormId'> = {
      batches: {
        ...noLists.useCases,
        start: async (_actor, wish) => {
          started.push(wish);
          return { batch: undefined } as never;
        },
      },
      log: new SilentLog(),
      newFormId: () => assert.fail('the message has an id'),
    };
    return { ...(used as ChatDeps), fileHosts };
  }

  it('becomes a list, the same for the same message', async () => {
    assert.equal(await send(`${origin}/list`), undefined);

    assert.deepEqual(started, [
      {
        formId: `${rita.id}/message/m1`,
        rows: [
          {
            row: 1,
            who: 'ada@contoso.test',
            group: 'Finance',
            duration: '30',
            days: 30,
            text: line.trim(),
          },
        ],
      },
    ]);
  });

  for (const path of Object.keys(written)) {
    it(`is read as ${path.slice(1)} where it is that`, async () => {
      started.length = 0;

      assert.equal(await send(`${origin}${path}`), undefined);

      const [{ rows } = { rows: [] }] = started as { rows: { who: string; group: string }[] }[];
      assert.deepEqual(
        rows.map(({ who, group }) => [who, group]),
        [['jörg@contoso.test', 'Prüfung – €']],
      );
    });
  }

  it('is not followed to another place, and nothing is made of what is not there or too large', async () => {
    const earlier = started.length;

    assert.match((await send(`${origin}/moved`)) ?? '', /could not fetch/);
    assert.match((await send(`${origin}/gone`)) ?? '', /could not fetch/);
    assert.match((await send(`${origin}/large`)) ?? '', /larger than 1 MB/);
    assert.equal(paths.filter((path) => path === '/list').length, 1);
    assert.equal(started.length, earlier);
  });

  for (const url of [
    'http://contoso.sharepoint.com/list.csv',
    'https://sharepoint.com.evil.test/list.csv',
    'https://evilsharepoint.com/list.csv',
    'https://someone@contoso.sharepoint.com/list.csv',
    'https://169.254.169.254/list.csv',
    'file:///etc/passwd',
  ]) {
    it(`is not fetched from ${url}`, async () => {
      assert.match((await send(url, { hosts: teamsFileHosts })) ?? '', /could not fetch/);
    });
  }

  it('is asked for once more when it is no list or not alone', async () => {
    const asked = paths.length;

    assert.match((await send(`${origin}/list`, { name: 'list.xlsx' })) ?? '', /no \.csv file/);
    assert.match((await send(`${origin}/list`, { times: 2 })) ?? '', /one file at a time/);
    assert.equal(paths.length, asked);
  });

  it('is what a message with only its own text is not', async () => {
    const attachments = [{ contentType: 'text/html', content: '<p>bulk</p>' }];

    assert.equal(await answerFile(deps(loopbackFileHosts), turn(), { attachments }), undefined);
  });
});

function turn(): Turn {
  const reading = readTurn(envelope(rita, 'http://127.0.0.1/'), [tenantId]);
  assert.equal(reading.kind, 'turn');
  return reading.turn;
}
