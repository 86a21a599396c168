/**
 * One at a time, in order. PGlite has a single connection, and a failed statement must be undone before the next
 * begins; node-postgres will take no second query while the first one runs (pg 9).
 */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
