import { sequenceAhead } from './sequence.ts';

const windowPackets = 1_024;
/** A jump further than this is a stream that began anew, not loss (RFC 3550, appendix A.1, MAX_DROPOUT). */
const maxDropout = 3_000;

/** Which packets of one stream came, in numbers that do not wrap. */
export class ReceivedSequences {
  private readonly seen = new Float64Array(windowPackets).fill(-1);
  private base = 0;
  private count = 0;
  highest = -1;

  /**
   * Notes a packet. `duplicate`: it came before, or is too old to tell. `ahead`: the newest so far, `lost` are the
   * numbers missing before it. `late`: it fills a gap.
   */
  note(sequence: number): { kind: 'ahead'; lost: number[] } | { kind: 'late' | 'duplicate' } {
    if (this.highest < 0) return this.restart(sequence);
    const step = sequenceAhead(sequence, this.highest & 0xffff);
    if (step > maxDropout) return this.restart(sequence);
    const extended = this.highest + step;
    if (step <= -windowPackets || extended < 0) return { kind: 'duplicate' };
    if (this.seen[extended % windowPackets] === extended) return { kind: 'duplicate' };
    this.mark(extended);
    if (step <= 0) return { kind: 'late' };
    const lost = Array.from({ length: step - 1 }, (_, index) => this.highest + 1 + index);
    this.highest = extended;
    return { kind: 'ahead', lost };
  }

  /** Packets that ought to have come and those that came, since the stream began. */
  totals(): { expected: number; received: number } {
    return { expected: this.highest < 0 ? 0 : this.highest - this.base + 1, received: this.count };
  }

  private restart(sequence: number): { kind: 'ahead'; lost: number[] } {
    this.seen.fill(-1);
    this.base = sequence;
    this.count = 0;
    this.highest = sequence;
    this.mark(sequence);
    return { kind: 'ahead', lost: [] };
  }

  private mark(extended: number): void {
    this.seen[extended % windowPackets] = extended;
    this.count++;
  }
}
