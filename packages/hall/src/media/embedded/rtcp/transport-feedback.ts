import { sequenceAhead } from '../rtp/sequence.ts';
import { allocRtcp, type RtcpBlock, rtcpType } from './blocks.ts';

const format = 15;
/** A status is a two-bit symbol: not received, received with an 8-bit delta, received with a 16-bit delta. */
const lost = 0;
const smallDelta = 1;
const largeDelta = 2;
const tickMs = 0.25;
const referenceTicks = 256; // the reference time counts in 64 ms

export interface Arrival {
  sequence: number;
  atMs: number;
}

/**
 * Tells a sender when its packets arrived, from which it works out how much the way can carry
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1).
 * `base` is the first number told of; `arrivals`, at least one, follow in ascending order (wrapping), without doubles.
 */
export function writeTransportFeedback(
  mediaSsrc: number,
  count: number,
  base: number,
  arrivals: readonly Arrival[],
): Buffer {
  const first = arrivals[0];
  if (!first) throw new RangeError('feedback on no packets');
  const reference = Math.floor(first.atMs / tickMs / referenceTicks);

  const symbols: number[] = [];
  const deltas: { ticks: number; large: boolean }[] = [];
  let lastTick = reference * referenceTicks;
  let expected = base;
  for (const arrival of arrivals) {
    while (expected !== arrival.sequence) {
      symbols.push(lost);
      expected = (expected + 1) & 0xffff;
    }
    expected = (expected + 1) & 0xffff;
    const tick = Math.round(arrival.atMs / tickMs);
    const ticks = Math.max(-32_768, Math.min(32_767, tick - lastTick));
    const large = ticks < 0 || ticks > 255;
    lastTick += ticks;
    symbols.push(large ? largeDelta : smallDelta);
    deltas.push({ ticks, large });
  }

  // Status vector chunks of seven two-bit symbols: a few bytes more than run lengths at best, and one way to write.
  const chunks = Math.ceil(symbols.length / 7);
  const deltaBytes = deltas.reduce((sum, delta) => sum + (delta.large ? 2 : 1), 0);
  const length = Math.ceil((20 + chunks * 2 + deltaBytes) / 4) * 4;
  const bytes = allocRtcp(rtcpType.transportFeedback, format, length);
  bytes.writeUInt32BE(mediaSsrc, 8);
  bytes.writeUInt16BE(base, 12);
  bytes.writeUInt16BE(symbols.length, 14);
  bytes.writeUIntBE(reference & 0xffffff, 16, 3);
  bytes[19] = count & 0xff;

  let at = 20;
  for (let chunk = 0; chunk < chunks; chunk++, at += 2) {
    let word = 0xc000;
    for (let place = 0; place < 7; place++) word |= (symbols[chunk * 7 + place] ?? lost) << (12 - place * 2);
    bytes.writeUInt16BE(word, at);
  }
  for (const { ticks, large } of deltas) {
    if (large) at = bytes.writeInt16BE(ticks, at);
    else at = bytes.writeUInt8(ticks, at);
  }
  return bytes;
}

export function isTransportFeedback(block: RtcpBlock): boolean {
  return block.type === rtcpType.transportFeedback && block.count === format;
}

/** Gathers arrivals until it is time to tell of them. Packets that come after their report are left out. */
export class ArrivalLog {
  private arrivals: Arrival[] = [];
  private reported: number | null = null;
  private count = 0;

  add(sequence: number, atMs: number): void {
    if (this.reported !== null && sequenceAhead(sequence, this.reported) <= 0) return;
    if (this.arrivals.length < maxArrivals) this.arrivals.push({ sequence, atMs });
  }

  /** The report on all since the last one, or null when nothing came. */
  report(mediaSsrc: number): Buffer | null {
    const told = this.takeInOrder();
    const first = told[0];
    if (!first) return null;
    const gap = this.reported === null ? 0 : sequenceAhead(first.sequence, this.reported);
    const base = this.reported === null || gap > maxGap ? first.sequence : (this.reported + 1) & 0xffff;
    this.reported = told.at(-1)?.sequence ?? null;
    return writeTransportFeedback(mediaSsrc, this.count++, base, told);
  }

  private takeInOrder(): Arrival[] {
    const origin = this.reported ?? this.arrivals[0]?.sequence ?? 0;
    const sorted = this.arrivals.sort(
      (a, b) => sequenceAhead(a.sequence, origin) - sequenceAhead(b.sequence, origin),
    );
    this.arrivals = [];
    const told: Arrival[] = [];
    for (const arrival of sorted) {
      const previous = told.at(-1);
      const step = previous ? sequenceAhead(arrival.sequence, previous.sequence) : 1;
      if (step <= 0) continue; // a double
      if (step > maxGap) told.length = 0; // a jump: what was before it is of no use any more
      told.push(arrival);
    }
    return told;
  }
}

const maxArrivals = 1_000;
const maxGap = 2_000;
