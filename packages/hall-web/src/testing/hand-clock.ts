import type { Clock } from '../clock.ts';

/** A clock that stands still until a test moves it. */
export class HandClock implements Clock {
  #now = 0;
  #next = 0;
  readonly #waiting = new Map<number, { at: number; run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const id = this.#next++;
    this.#waiting.set(id, { at: this.#now + delayMs, run });
    return () => this.#waiting.delete(id);
  }

  /** Goes on by so many milliseconds, with everything that falls due on the way, and lets promises settle. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const due = [...this.#waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) break;
      const [id, { at, run }] = due;
      this.#waiting.delete(id);
      this.#now = at;
      run();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets everything run that only waits for promises. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
