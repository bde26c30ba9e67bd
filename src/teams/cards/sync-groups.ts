import type { MemberProvisioning, OnDemandProvisioning } from '../../domain/provisioning.ts';
import type { CloudSyncRun } from '../../domain/sync-now-result.ts';
import type { Words } from '../words/words.ts';
import { type Element, section, text } from './elements.ts';
import { said } from './escape.ts';
import type { SyncView } from './sync-card.ts';
import { joinedWords, tooSoonWords } from './sync-starter.ts';
import { moment } from './when.ts';

/** What Cloud Sync did with one group. */
export function cloudSyncSection({ words, starterOf }: SyncView, run: CloudSyncRun): Element {
  const title = words.syncNow.group(said(run.groupName));
  return section(
    title,
    lines({ words, starterOf }, run).map((line) => text(line, { spacing: 'small' })),
  );
}

type Telling = Pick<SyncView, 'words' | 'starterOf'>;

function lines(view: Telling, run: CloudSyncRun): readonly string[] {
  const { syncNow } = view.words;
  switch (run.kind) {
    case 'asked':
      return answerLines(view.words, run.result);
    case 'joined':
      return [joinedWords(view, run), syncNow.joinedNext];
    case 'too-soon':
      return [tooSoonWords(view, run), syncNow.again(moment(run.retryAt))];
  }
}

function answerLines(words: Words, result: OnDemandProvisioning): readonly string[] {
  const { syncNow } = words;
  switch (result.kind) {
    case 'asked':
      return memberLines(words, result.members);
    case 'no-job':
      return [syncNow.noJob];
    case 'not-running':
      return [syncNow.notRunning];
    case 'out-of-scope':
      return [syncNow.outOfScope];
  }
}

function memberLines(
  { syncNow }: Words,
  members: readonly MemberProvisioning[],
): readonly string[] {
  const written = members.filter(({ state }) => state === 'success');
  const skipped = members.filter((member) => member.state === 'skipped');
  const failed = members.filter((member) => member.state === 'failed');
  return [
    ...(written.length === 0 ? [] : [syncNow.written(written.length)]),
    ...(skipped.length === 0 ? [] : [syncNow.skipped(skipped.length, codesOf(skipped))]),
    ...(failed.length === 0 ? [] : [syncNow.failed(failed.length, codesOf(failed))]),
  ];
}

type Unwritten = Exclude<MemberProvisioning, { readonly state: 'success' }>;

function codesOf(members: readonly Unwritten[]): string {
  return said([...new Set(members.map(({ reason }) => reason.code))].join(', '), 160);
}
