import type { Loop } from '../engine/loops.ts';
import { confirmWaiting } from '../setup/confirmation.ts';
import type { SetupDeps } from '../setup/deps.ts';
import { Pace } from '../setup/pace.ts';

const eagerMs = 5_000;

/** The sweep over all waiting requests: at most `calmMs` apart, and closer while a proof is expected. */
export function confirmationLoop(deps: SetupDeps, calmMs: number): Loop {
  const pace = new Pace({ clock: deps.clock, calmMs, eagerMs });
  return {
    name: 'confirmation',
    everyMs: () => pace.everyMs(),
    run: async (signal) => pace.heed(await confirmWaiting(deps, signal)),
  };
}
