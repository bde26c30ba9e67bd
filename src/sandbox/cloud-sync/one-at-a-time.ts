/** Lets one piece of work run at a time, in the order of their coming. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** Resolves when all that came so far is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
