/** Time as the page sees it; tests bring their own. Times and delays are milliseconds. */
export interface Clock {
  now(): number;
  /** Runs once after the delay; the function it returns takes it back. */
  after(delayMs: number, run: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
