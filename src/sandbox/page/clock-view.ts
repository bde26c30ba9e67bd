import { ask } from './api.ts';
import type { Region } from './dates.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import type { ClockState } from './protocol.ts';

/** The strip on top: the simulated time, the next sync cycle, and the buttons that steer it. */
export class ClockView {
  readonly element: HTMLElement;
  readonly #date = element('span', { class: 'clock-date' });
  readonly #time = element('time', { class: 'clock-time' });
  readonly #speed = element('span', { class: 'clock-speed' });
  readonly #next = element('span', { class: 'sync-next' });
  readonly #progress = element('span', { class: 'sync-progress-fill' });
  readonly #state = element('span', { class: 'sync-state', attributes: { role: 'status' } });
  readonly #run: HTMLButtonElement;
  readonly #skip: HTMLButtonElement;
  readonly #pause: HTMLButtonElement;
  #clock: ClockState;
  #dateFormat = new Intl.DateTimeFormat();
  #timeFormat = new Intl.DateTimeFormat();
  #heardAt = performance.now();

  constructor(clock: ClockState, region: Region) {
    this.#clock = clock;
    this.#run = button('sync', 'Run sync cycle', () => void ask('sync', { wish: 'run' }));
    this.#skip = button('skip', 'Skip 30 minutes', () => void ask('sync', { wish: 'skip' }));
    this.#pause = button('pause', 'Pause sync', () => {
      void ask('sync', { wish: this.#clock.paused ? 'resume' : 'pause' });
    });
    this.element = this.#build();
    this.lookAs(region);
    this.show(clock);
    window.setInterval(() => this.#tick(), 200);
  }

  show(clock: ClockState): void {
    this.#clock = clock;
    this.#heardAt = performance.now();
    this.#speed.textContent = `${clock.speed}× speed`;
    const { word, style } = stateOf(clock);
    this.#state.textContent = word;
    this.#state.className = `sync-state ${style}`;
    this.#run.disabled = clock.inProgress;
    const label = clock.paused ? 'Resume sync' : 'Pause sync';
    this.#pause.replaceChildren(
      icon(clock.paused ? 'play' : 'pause'),
      element('span', { text: label }),
    );
    this.#pause.title = label;
    this.#pause.setAttribute('aria-label', label);
    this.#tick();
  }

  /** Shows the time as the person has it. */
  lookAs({ locale, timeZone }: Region): void {
    const date = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
    this.#dateFormat = new Intl.DateTimeFormat(locale, date);
    this.#timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  }

  /** The present sandbox time, carried on from the last news. */
  now(): Date {
    const passed = (performance.now() - this.#heardAt) * this.#clock.speed;
    return new Date(Date.parse(this.#clock.now) + passed);
  }

  #tick(): void {
    const now = this.now();
    this.#date.textContent = this.#dateFormat.format(now);
    this.#time.textContent = this.#timeFormat.format(now);
    this.#next.textContent = nextText(this.#clock, now);
    this.#progress.style.width = `${Math.round(progressOf(this.#clock, now) * 100)}%`;
  }

  #build(): HTMLElement {
    const time = element('div', { class: 'clock-now', attributes: { title: 'Simulated time' } }, [
      element('span', { class: 'visually-hidden', text: 'Simulated time ' }),
      this.#time,
      element('span', { class: 'clock-detail' }, [this.#date, this.#speed]),
    ]);
    const bar = element('span', { class: 'sync-progress', attributes: { 'aria-hidden': 'true' } }, [
      this.#progress,
    ]);
    const next = element('div', { class: 'sync-when' }, [
      element('span', { class: 'sync-line' }, [this.#next, this.#state]),
      bar,
    ]);
    const buttons = element('div', { class: 'sync-buttons' }, [this.#run, this.#skip, this.#pause]);
    return element('section', { class: 'clock', attributes: { 'aria-label': 'Sandbox clock' } }, [
      time,
      next,
      buttons,
    ]);
  }
}

function stateOf(clock: ClockState): { readonly word: string; readonly style: string } {
  if (clock.inProgress) {
    return { word: 'syncing', style: 'busy' };
  }
  return clock.paused
    ? { word: 'paused', style: 'paused' }
    : { word: 'scheduled', style: 'running' };
}

function nextText(clock: ClockState, now: Date): string {
  if (clock.inProgress) {
    return 'Sync is running';
  }
  if (clock.paused || clock.nextSyncAt === undefined) {
    return 'No sync planned';
  }
  const seconds = Math.max(0, Math.round((Date.parse(clock.nextSyncAt) - now.getTime()) / 1000));
  const minutes = String(Math.floor(seconds / 60)).padStart(2, '0');
  return `Next sync in ${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How much of the time between two cycles has passed, 0 to 1. */
function progressOf(clock: ClockState, now: Date): number {
  if (clock.inProgress) {
    return 1;
  }
  if (clock.paused || clock.nextSyncAt === undefined) {
    return 0;
  }
  const next = Date.parse(clock.nextSyncAt);
  const last = clock.lastSyncAt === undefined ? next - 30 * 60_000 : Date.parse(clock.lastSyncAt);
  return Math.min(1, Math.max(0, (now.getTime() - last) / Math.max(1, next - last)));
}

function button(
  name: 'sync' | 'skip' | 'pause',
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  const attributes = { type: 'button', title: label, 'aria-label': label };
  return element('button', { class: 'strip-button', attributes, onClick }, [
    icon(name),
    element('span', { text: label }),
  ]);
}
