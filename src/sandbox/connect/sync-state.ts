import type { Journal } from '../journal.ts';

/** What a sync server remembers over a restart; dates are ISO texts of sandbox time. */
export interface SyncState {
  readonly enabled: boolean;
  readonly staging: boolean;
  readonly nextStartAt: string;
  /** The last cycle that exported to its end. */
  readonly lastCycle?: { readonly startedAt: string; readonly finishedAt: string } | undefined;
  /** Why the last cycle failed, where it did. */
  readonly lastError?: string | undefined;
}

export function loadState(journal: Journal): SyncState | undefined {
  return journal.get<SyncState>('connect', 'state');
}

export function saveState(journal: Journal, state: SyncState): void {
  journal.put('connect', 'state', state);
}
