import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrivalLog, writeTransportFeedback } from './transport-feedback.ts';

/** Reads a report as a browser does: which numbers arrived, and when (ms); null for those that did not. */
function read(bytes: Buffer): Map<number, number | null> {
  const base = bytes.readUInt16BE(12);
  const count = bytes.readUInt16BE(14);
  let at = 20;
  const symbols: number[] = [];
  for (; symbols.length < count; at += 2) {
    const word = bytes.readUInt16BE(at);
    expect(word >> 14).toBe(3); // a vector of two-bit symbols
    for (let place = 12; place >= 0; place -= 2) symbols.push((word >> place) & 3);
  }
  let ticks = bytes.readUIntBE(16, 3) * 256;
  const arrivals = new Map<number, number | null>();
  for (const [index, symbol] of symbols.slice(0, count).entries()) {
    if (symbol === 1) ticks += bytes.readUInt8(at++);
    if (symbol === 2) {
      ticks += bytes.readInt16BE(at);
      at += 2;
    }
    arrivals.set((base + index) & 0xffff, symbol === 0 ? null : ticks / 4);
  }
  expect(bytes.length).toBe(Math.ceil(at / 4) * 4);
  expect(bytes.readUInt16BE(2)).toBe(bytes.length / 4 - 1);
  return arrivals;
}

describe('feedback on when packets arrived', () => {
  it('tells of each packet to a quarter of a millisecond, and of those that are missing', () => {
    const packet = fc.record({
      gap: fc.integer({ min: 1, max: 40 }),
      waitMs: fc.double({ min: -50, max: 900, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.nat(0xffff), fc.array(packet, { minLength: 1, maxLength: 80 }), (base, packets) => {
        let sequence = base;
        let atMs = 5_000_000;
        const arrivals = packets.map(({ gap, waitMs }) => {
          sequence = (sequence + gap) & 0xffff;
          atMs += waitMs;
          return { sequence, atMs };
        });
        const told = read(writeTransportFeedback(1, 0, base, arrivals));
        expect([...told].filter(([, at]) => at !== null).map(([number]) => number)).toEqual(
          arrivals.map((arrival) => arrival.sequence),
        );
        for (const arrival of arrivals) {
          expect(Math.abs((told.get(arrival.sequence) ?? 0) - arrival.atMs)).toBeLessThanOrEqual(0.126);
        }
      }),
    );
  });
});

describe('the log of arrivals', () => {
  it('reports what came in order, loss at the edge of two reports too', () => {
    const log = new ArrivalLog();
    log.add(11, 100);
    log.add(10, 101);
    log.add(11, 102); // a double
    expect([...read(log.report(1) ?? Buffer.alloc(0))]).toEqual([
      [10, 101],
      [11, 100],
    ]);
    log.add(14, 110);
    expect([...read(log.report(1) ?? Buffer.alloc(0))]).toEqual([
      [12, null],
      [13, null],
      [14, 110],
    ]);
  });

  it('has nothing to report when nothing new came', () => {
    const log = new ArrivalLog();
    expect(log.report(1)).toBeNull();
    log.add(1, 0);
    expect(log.report(1)).not.toBeNull();
    log.add(1, 5); // after its report
    expect(log.report(1)).toBeNull();
  });

  it('goes on across the wrap and after a jump', () => {
    const log = new ArrivalLog();
    log.add(65_535, 0);
    log.add(0, 1);
    expect([...read(log.report(1) ?? Buffer.alloc(0)).keys()]).toEqual([65_535, 0]);
    log.add(20_000, 2);
    expect([...read(log.report(1) ?? Buffer.alloc(0)).keys()]).toEqual([20_000]);
  });

  it('never throws, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 200 }), (sequences) => {
        const log = new ArrivalLog();
        for (const [index, sequence] of sequences.entries()) {
          log.add(sequence, index);
          if (index % 7 === 0) log.report(1);
        }
        log.report(1);
      }),
    );
  });
});
