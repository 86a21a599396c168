const firstMs = 250;
const mostMs = 5_000;
const stableMs = 10_000;

/** How long to wait before the next start: not at all after a long life, longer each time after short ones. */
export class Backoff {
  private failures = 0;

  /** @param livedMs how long the process was of use, 0 if it never was */
  next(livedMs: number): number {
    if (livedMs >= stableMs) this.failures = 0;
    const delayMs = this.failures === 0 ? 0 : Math.min(mostMs, firstMs * 2 ** (this.failures - 1));
    this.failures++;
    return delayMs;
  }
}
