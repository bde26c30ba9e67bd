const patienceMs = 3_000;

/** What a start is busy with, in the order in which it happens. */
export type StartPhase = 'program' | 'database' | 'parts' | 'engine';

const words: Readonly<Record<StartPhase, string>> = {
  program: 'Loading the program. This machine is busy…',
  database: 'Preparing the database. A first start, or recovering after a kill, takes a moment…',
  parts: 'The database is ready. Connecting the parts…',
  engine: 'Starting the engine, which takes up unfinished work…',
};

/** Tells the person at the terminal what a start waits for, but only one that takes longer than three seconds. */
export class StartNews {
  readonly #say: (text: string) => void;
  readonly #timer: NodeJS.Timeout;
  #phase: StartPhase = 'program';
  #isLate = false;

  constructor(say: (text: string) => void) {
    this.#say = say;
    this.#timer = setTimeout(() => {
      this.#isLate = true;
      this.#say(words[this.#phase]);
    }, patienceMs);
  }

  enter(phase: StartPhase): void {
    this.#phase = phase;
    if (this.#isLate) {
      this.#say(words[phase]);
    }
  }

  /** The start is over, well or badly. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
