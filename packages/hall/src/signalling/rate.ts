/** Lets `burst` through at once and `perSecond` in the long run. */
export class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(limit: { burst: number; perSecond: number }, nowMs: number) {
    this.#burst = limit.burst;
    this.#perSecond = limit.perSecond;
    this.#left = limit.burst;
    this.#at = nowMs;
  }

  /** False when the allowance is used up; the cost is not taken then. */
  take(nowMs: number, cost = 1): boolean {
    const earned = (Math.max(0, nowMs - this.#at) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + earned);
    this.#at = nowMs;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
