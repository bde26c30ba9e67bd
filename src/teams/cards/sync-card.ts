import type { ConnectRun, SyncNowResult } from '../../domain/sync-now-result.ts';
import type { Words } from '../words/words.ts';
import {
  type Action,
  type AdaptiveCard,
  type Color,
  card,
  type Element,
  heading,
  panel,
  text,
} from './elements.ts';
import { cloudSyncSection } from './sync-groups.ts';
import { joinedWords, type StarterOf, tooSoonWords } from './sync-starter.ts';
import { moment } from './when.ts';

export interface SyncView {
  readonly words: Words;
  readonly result: SyncNowResult;
  readonly starterOf: StarterOf;
  readonly actions: readonly Action[];
}

/** What came of "sync now". */
export function syncCard(view: SyncView): AdaptiveCard {
  const { words, result, actions } = view;
  const { syncNow } = words;
  const { waiting, connect, cloudSync } = result;
  return card(words, {
    fallbackText: syncNow.summary,
    body: [
      heading(syncNow.title),
      text(waiting.length === 0 ? syncNow.nothingWaits : syncNow.waiting(waiting.length)),
      ...(connect === undefined ? [] : [connectPanel(view, connect)]),
      ...cloudSync.map((run) => cloudSyncSection(view, run)),
    ],
    actions,
  });
}

function connectPanel(view: SyncView, run: ConnectRun): Element {
  const [style, what, next] = connectWords(view, run);
  return panel(style, [text(what, { weight: 'bolder' }), text(next, { spacing: 'small' })]);
}

type RunWords = readonly [style: Color, what: string, next: string];

function connectWords(view: SyncView, run: ConnectRun): RunWords {
  const { syncNow } = view.words;
  switch (run.kind) {
    case 'started':
      return ['good', syncNow.started(moment(run.startedAt)), syncNow.startedNext];
    case 'joined':
      return ['good', joinedWords(view, run), syncNow.joinedNext];
    case 'already-running':
      return runningWords(view.words, run);
    case 'too-soon':
      return ['warning', tooSoonWords(view, run), syncNow.again(moment(run.retryAt))];
    case 'refused':
      return ['attention', ...syncNow.refused[run.why]];
  }
}

function runningWords(
  { syncNow }: Words,
  { startedAt, covers }: Extract<ConnectRun, { readonly kind: 'already-running' }>,
): RunWords {
  const what = startedAt === undefined ? syncNow.running : syncNow.runningSince(moment(startedAt));
  return covers ? ['good', what, syncNow.covers] : ['warning', what, syncNow.coversNot];
}
