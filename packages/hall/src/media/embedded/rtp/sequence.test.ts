import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Continuity, sequenceAhead, timestampAhead } from './sequence.ts';

describe('numbers that wrap', () => {
  it('are compared across the wrap', () => {
    expect(sequenceAhead(2, 0xfffe)).toBe(4);
    expect(sequenceAhead(0xfffe, 2)).toBe(-4);
    expect(timestampAhead(5, 0xfffffffb)).toBe(10);
  });
});

describe('the numbers of an outgoing stream', () => {
  it('are those of its source as long as there is one source', () => {
    const stream = new Continuity();
    expect([stream.sequence(65_535), stream.timestamp(7)]).toEqual([65_535, 7]);
  });

  it('go on without a break when the source changes', () => {
    const stream = new Continuity();
    stream.sent(stream.sequence(65_535), stream.timestamp(90_000), 1_000);
    stream.splice(12_345, 555, 1_100, 90_000);
    expect(stream.sequence(12_345)).toBe(0);
    expect(stream.timestamp(555)).toBe(90_000 + 9_000);
    expect(stream.sourceSequence(0)).toBe(12_345);
  });

  it('count from the newest packet, not from a late one', () => {
    const stream = new Continuity();
    stream.sent(10, 1_000, 0);
    stream.sent(8, 800, 5);
    stream.splice(100, 0, 10, 1_000);
    expect(stream.sequence(100)).toBe(11);
  });

  it('never go back over any chain of sources', () => {
    const source = fc.record({
      sequence: fc.nat(0xffff),
      timestamp: fc.nat(0xffffffff),
      length: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(source, { minLength: 2, maxLength: 6 }), (sources) => {
        const stream = new Continuity();
        let nowMs = 0;
        let last: { sequence: number; timestamp: number } | null = null;
        for (const { sequence, timestamp, length } of sources) {
          stream.splice(sequence, timestamp, nowMs, 90_000);
          for (let index = 0; index < length; index++, nowMs += 33) {
            const own = {
              sequence: stream.sequence((sequence + index) & 0xffff),
              timestamp: stream.timestamp((timestamp + index * 2_970) >>> 0),
            };
            stream.sent(own.sequence, own.timestamp, nowMs);
            if (last) {
              expect(sequenceAhead(own.sequence, last.sequence)).toBe(1);
              expect(timestampAhead(own.timestamp, last.timestamp)).toBeGreaterThan(0);
            }
            last = own;
          }
        }
      }),
    );
  });
});
