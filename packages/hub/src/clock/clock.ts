/** Time, injected everywhere: tests turn it by hand. */
export interface Clock {
  now(): Date;
  /** Runs once after so many milliseconds; answers what cancels it. Does not keep the process alive. */
  after(delayMs: number, run: () => void): () => void;
}
