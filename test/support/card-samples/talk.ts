import { BatchId } from '../../../src/domain/ids.ts';
import type { Undelivered } from '../../../src/domain/undelivered.ts';
import { groupCard } from '../../../src/teams/cards/group-card.ts';
import { helpCard, messageCard, welcomeCard } from '../../../src/teams/cards/help-card.ts';
import { explain } from '../../../src/teams/cards/notices.ts';
import { outdatedCard } from '../../../src/teams/cards/outdated-card.ts';
import { requestListCard } from '../../../src/teams/cards/request-list.ts';
import { tenantCard } from '../../../src/teams/cards/tenant-card.ts';
import { undeliveredCard } from '../../../src/teams/cards/undelivered-card.ts';
import type { Words } from '../../../src/teams/words/words.ts';
import { ada, at, ben, paul, rita } from '../requests.ts';

import { awaitingSync, confirmed, failed, forBen } from './drawers.ts';
import type { Samples } from './samples.ts';

/** What is said about the bot, the tenant and all requests of a person. */
export function talkSamples(words: Words): Samples {
  return {
    'help-personal': helpCard({
      words,
      isPersonal: true,
      isAdministrator: false,
      wasNotUnderstood: false,
    }),
    'help-group-administrator': helpCard({
      words,
      isPersonal: false,
      isAdministrator: true,
      wasNotUnderstood: true,
    }),
    'help-near-command': helpCard({
      words,
      isPersonal: true,
      isAdministrator: false,
      wasNotUnderstood: true,
      meant: 'request Finance *Reports*',
    }),
    'group-base': groupCard({ words, request: forBen, viewerIds: ['29:ada'] }),
    'group-bystander': groupCard({ words, request: forBen, viewerIds: [], isBystanders: true }),
    'group-done-base': groupCard({ words, request: confirmed, viewerIds: [] }),
    undelivered: undeliveredCard(
      words,
      [
        {
          about: 'request',
          recipient: ada,
          kind: 'approval',
          request: forBen,
          since: at(7),
          because: 'not-permitted',
        },
        {
          about: 'request',
          recipient: paul,
          kind: 'outcome',
          request: confirmed,
          since: at(9),
          because: 'blocked',
        },
        { about: 'request', recipient: rita, kind: 'late', request: awaitingSync },
      ],
      'https://teams.microsoft.com/l/app/3f1c8f0e-52a7-4b0d-9c36-8f2b7d5a1e60',
    ),
    'undelivered-lists-and-notices': undeliveredCard(
      words,
      [
        ...(['approval', 'list', 'outcome'] as const).map(
          (kind): Undelivered => ({
            about: 'list',
            recipient: paul,
            kind,
            batch: { id: BatchId.parse('WL-7K3F2Q9X'), createdAt: at(0) },
            since: at(7),
            because: 'removed-app',
          }),
        ),
        ...(['deputy', 'catalog', 'drift'] as const).map(
          (kind): Undelivered => ({ about: 'notice', recipient: ben, kind, since: at(9) }),
        ),
      ],
      undefined,
    ),
    'undelivered-none': undeliveredCard(words, [], undefined),
    outdated: outdatedCard(
      words,
      { verb: 'view', data: { requestId: forBen.id, version: forBen.version } },
      ['29:ada'],
    ),
    welcome: welcomeCard(words),
    message: messageCard(words, explain(words, 'request-not-found', 'WB-7K3F2Q9X'), 'WB-7K3F2Q9X'),
    'list-empty': requestListCard(words, []),
    'list-full': requestListCard(words, [awaitingSync, forBen, confirmed, failed]),
    'tenant-ready': tenantCard(words, {
      isHybrid: true,
      findings: [
        {
          engine: 'connect-v2',
          isWriting: true,
          isSupported: false,
          evidence: { kind: 'feature', name: 'groupWriteBackEnabled' },
        },
      ],
      engines: ['connect-v2', 'cloud-sync'],
      organizationalUnit: 'OU=Writeback,DC=corp,DC=contoso,DC=test',
      lastSyncAt: at(0),
    }),
    'tenant-not-ready': tenantCard(words, { isHybrid: true, engines: ['connect-v1'] }),
  };
}
