/** Time, injected everywhere: tests turn it by hand. */
export interface Clock {
  now(): Date;
  /** Runs once after so many milliseconds; answers what cancels it. Does not keep the process alive. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export { type HandClock, handClock } from './hand-clock.ts';
