/** How far `to` is ahead of `from` in 16-bit sequence numbers that wrap: negative when it is behind. */
export function sequenceAhead(to: number, from: number): number {
  return ((to - from) << 16) >> 16;
}

/** How far `to` is ahead of `from` in 32-bit timestamps that wrap. */
export function timestampAhead(to: number, from: number): number {
  return (to - from) | 0;
}

/**
 * Numbers the packets of one outgoing stream without a break although its source may change: another stream of the
 * same publication begins where the last one ended, so that a decoder sees one stream.
 */
export class Continuity {
  sequenceOffset = 0;
  timestampOffset = 0;
  private last: { sequence: number; timestamp: number; atMs: number } | null = null;

  /** Says that the packets from now on, beginning with this one, come from another source. */
  splice(sequence: number, timestamp: number, nowMs: number, clockHz: number): void {
    if (!this.last) return;
    const elapsed = Math.max(1, Math.round(((nowMs - this.last.atMs) * clockHz) / 1000));
    this.sequenceOffset = (this.last.sequence + 1 - sequence) & 0xffff;
    this.timestampOffset = (this.last.timestamp + elapsed - timestamp) >>> 0;
  }

  sequence(sequence: number): number {
    return (sequence + this.sequenceOffset) & 0xffff;
  }

  /** The source's own number for a packet that was sent under this one. */
  sourceSequence(sequence: number): number {
    return (sequence - this.sequenceOffset) & 0xffff;
  }

  timestamp(timestamp: number): number {
    return (timestamp + this.timestampOffset) >>> 0;
  }

  /** Remembers what was sent (numbers as sent), unless it was late. */
  sent(sequence: number, timestamp: number, nowMs: number): void {
    if (this.last && sequenceAhead(sequence, this.last.sequence) <= 0) return;
    this.last = { sequence, timestamp, atMs: nowMs };
  }
}
