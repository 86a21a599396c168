import { patience } from './limits.ts';

/**
 * Judges by silence whether a browser is gone. ICE itself takes half a minute to say so, which is too long for people
 * who look at a frozen picture.
 */
export class Liveness {
  private connectingMs: number | null = null;
  private heardMs: number | null = null;
  private patienceMs: number = patience.sparseSilenceMs;
  private shortInRow = 0;
  private readonly ought: () => boolean;

  /** @param ought whether the browser ought to be sending anything now */
  constructor(ought: () => boolean) {
    this.ought = ought;
  }

  /** Descriptions are exchanged: it ought to open soon. */
  connecting(nowMs: number): void {
    this.connectingMs = nowMs;
  }

  opened(nowMs: number): void {
    this.connectingMs = null;
    this.heardMs = nowMs;
  }

  /** Something new is expected from now on: what was silent rightly until now gets its time. */
  expectAnew(nowMs: number): void {
    if (this.heardMs !== null) this.heardMs = nowMs;
  }

  /** Something came. A browser that was once heard at short intervals is expected to go on so. */
  heard(nowMs: number): void {
    if (this.heardMs === null) return;
    if (nowMs > this.heardMs && nowMs - this.heardMs < shortMs) this.shortInRow++;
    else if (nowMs - this.heardMs >= shortMs) this.shortInRow = 0;
    if (this.shortInRow >= shortForTrust) this.patienceMs = patience.silenceMs;
    this.heardMs = nowMs;
  }

  isDead(nowMs: number): boolean {
    if (this.connectingMs !== null) return nowMs - this.connectingMs > patience.connectMs;
    if (this.heardMs === null || !this.ought()) return false;
    return nowMs - this.heardMs > this.patienceMs;
  }
}

const shortMs = 1_500;
const shortForTrust = 5;
