/**
 * Something that is shown as a whole and then kept current by news. News that come while the whole is being read wait
 * until it is shown: the answer can be older than they are, and shown after them it would take them back.
 */
export class CatchUp<News> {
  readonly #apply: (news: News) => void;
  #waiting: News[] | undefined;
  #newestReading = 0;

  constructor(apply: (news: News) => void) {
    this.#apply = apply;
  }

  /**
   * Shows the whole when it is there, then what came meanwhile. Of several readings at once the last one counts:
   * resolves to whether this one was shown. Rejects as `asked` does.
   */
  async read<Whole>(asked: Promise<Whole>, show: (whole: Whole) => void): Promise<boolean> {
    this.#newestReading += 1;
    const reading = this.#newestReading;
    this.#waiting ??= [];
    try {
      const whole = await asked;
      const isNewest = reading === this.#newestReading;
      if (isNewest) {
        show(whole);
      }
      return isNewest;
    } finally {
      if (reading === this.#newestReading) {
        this.#applyWaiting();
      }
    }
  }

  hear(news: News): void {
    if (this.#waiting === undefined) {
      this.#apply(news);
    } else {
      this.#waiting.push(news);
    }
  }

  #applyWaiting(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const news of waiting) {
      this.#apply(news);
    }
  }
}
