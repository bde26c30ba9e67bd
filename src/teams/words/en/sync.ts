import type { ConnectRun } from '../../../domain/sync-now-result.ts';
import { plural } from '../counting.ts';

type Refusal = Extract<ConnectRun, { readonly kind: 'refused' }>['why'];

/** What came of "sync now". */
export const syncNow = {
  title: 'Sync now',
  summary: 'What came of “sync now”',
  notAllowed:
    'You may not start a sync. An administrator of Writeback may: ask one of them if it cannot wait.',
  nothingWaits: 'No request waits for a sync, so I started none.',
  waiting: (count: number) =>
    plural('en', count, {
      one: 'One request waits for it.',
      other: `${count} requests wait for it.`,
    }),
  started: (moment: string) => `I started a sync, ${moment}.`,
  startedNext:
    'It takes everything along that waits. I look into Active Directory as soon as it has ended.',
  joined: (who: string, moment: string) => `${who} had a sync started just before, ${moment}.`,
  joinedOwn: (moment: string) => `You had a sync started just before, ${moment}.`,
  joinedNext: 'It takes everything along that waits, so I started no second one.',
  running: 'A sync is running already.',
  runningSince: (moment: string) => `A sync is running already, since ${moment}.`,
  covers: 'It takes everything along that waits.',
  coversNot:
    'It began too early for some of what waits. Ask again when it has ended, and I start another for the rest.',
  tooSoon: (who: string, moment: string) =>
    `${who} had a sync started, ${moment}. It began too early for some of what waits, but it is too soon for another, so I started none.`,
  tooSoonOwn: (moment: string) =>
    `You had a sync started, ${moment}. It began too early for some of what waits, but it is too soon for another, so I started none.`,
  again: (moment: string) => `The next one can be started ${moment}.`,
  refused: {
    busy: ['The sync engine is busy with something else.', 'Try again in a few minutes.'],
    suspended: [
      'The sync is suspended, as it is while its wizard is open.',
      'An administrator has to close the configuration wizard on the sync server.',
    ],
    staging: [
      'The sync server is in staging mode and writes nothing, so a sync would not help.',
      'An administrator has to end staging mode, or connect me to the active server.',
    ],
    disabled: [
      'The sync is switched off.',
      'An administrator has to switch it on, on the sync server: Set-ADSyncScheduler -SyncCycleEnabled $true',
    ],
    denied: [
      'The sync server does not let me start a sync.',
      'An administrator has to give my account there the right to start one.',
    ],
    'too-soon': [
      'The last sync was started a moment ago, and the sync server wants some time between two.',
      'Try again in a few minutes.',
    ],
  } satisfies Readonly<Record<Refusal, readonly [string, string]>>,
  group: (group: string) => `${group} by Entra Cloud Sync`,
  written: (count: number) =>
    plural('en', count, {
      one: 'One person is written, says Cloud Sync. I look into Active Directory now.',
      other: `${count} people are written, says Cloud Sync. I look into Active Directory now.`,
    }),
  skipped: (count: number, codes: string) =>
    plural('en', count, {
      one: `One person was skipped: ${codes}`,
      other: `${count} people were skipped: ${codes}`,
    }),
  failed: (count: number, codes: string) =>
    plural('en', count, {
      one: `One person could not be written: ${codes}`,
      other: `${count} people could not be written: ${codes}`,
    }),
  noJob: 'Cloud Sync has no configuration that writes groups. An administrator has to create one.',
  notRunning:
    'The configuration of Cloud Sync is paused or was never started. An administrator has to start it.',
  outOfScope:
    'The group is not in the scope of Cloud Sync. An administrator has to add it to the scoping filter.',
} as const;
