/** How often a lost packet is asked for, and the pause between, which leaves time for it to come. */
const maxAsks = 8;
const pauseMs = 60;
/** Packets further behind the newest one are given up: their frame is past. */
const maxBehind = 400;
const maxAskedAtOnce = 150;

/** The packets of one stream that are missing and may still come. Numbers do not wrap. */
export class Losses {
  private readonly missing = new Map<number, { asks: number; nextMs: number }>();

  get size(): number {
    return this.missing.size;
  }

  lost(sequences: readonly number[], nowMs: number): void {
    for (const sequence of sequences.slice(-maxBehind))
      this.missing.set(sequence, { asks: 0, nextMs: nowMs });
  }

  found(sequence: number): void {
    this.missing.delete(sequence);
  }

  clear(): void {
    this.missing.clear();
  }

  /** Those to ask for now; `abandoned` when some will not come any more, so that only a new key frame helps. */
  due(highest: number, nowMs: number): { ask: number[]; abandoned: boolean } {
    const ask: number[] = [];
    let abandoned = false;
    for (const [sequence, loss] of this.missing) {
      if (loss.asks >= maxAsks || highest - sequence > maxBehind) {
        this.missing.delete(sequence);
        abandoned = true;
      } else if (nowMs >= loss.nextMs && ask.length < maxAskedAtOnce) {
        loss.asks++;
        loss.nextMs = nowMs + pauseMs;
        ask.push(sequence);
      }
    }
    return { ask: ask.sort((a, b) => a - b), abandoned };
  }
}
