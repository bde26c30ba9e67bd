import { type ClockStrip, toClockState } from './clock-strip.ts';
import type { LiveFeed } from './live-feed.ts';

const lookEvery = 250;
const tellEvery = 20;

/** Sends the clock to open pages when something changed, and now and then so that no page drifts. Returns the stop. */
export function keepPagesCurrent(live: LiveFeed, clockStrip: ClockStrip): () => void {
  let told = '';
  let looks = 0;
  const timer = setInterval(() => {
    if (!live.isWatched) {
      return;
    }
    const clock = toClockState(clockStrip);
    const current = JSON.stringify({ ...clock, now: '' });
    looks += 1;
    if (current !== told || looks >= tellEvery) {
      told = current;
      looks = 0;
      live.send({ kind: 'clock', clock });
    }
  }, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}
