import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReceivedSequences } from './received.ts';

describe('received sequence numbers', () => {
  it('tell what is missing before the newest', () => {
    const received = new ReceivedSequences();
    expect(received.note(65_534)).toEqual({ kind: 'ahead', lost: [] });
    expect(received.note(1)).toEqual({ kind: 'ahead', lost: [65_535, 65_536] });
    expect(received.note(65_535)).toEqual({ kind: 'late' });
    expect(received.note(65_535)).toEqual({ kind: 'duplicate' });
    expect(received.totals()).toEqual({ expected: 4, received: 3 });
  });

  it('take a packet that is too old to tell for a duplicate', () => {
    const received = new ReceivedSequences();
    received.note(2_000);
    received.note(3_500);
    expect(received.note(2_001)).toEqual({ kind: 'duplicate' });
  });

  it('begin anew after a jump', () => {
    const received = new ReceivedSequences();
    received.note(10);
    expect(received.note(20_000)).toEqual({ kind: 'ahead', lost: [] });
    expect(received.totals()).toEqual({ expected: 1, received: 1 });
  });

  it('let each packet through once, in any order with any doubles', () => {
    const order = fc.array(fc.nat(300), { minLength: 1, maxLength: 600 });
    fc.assert(
      fc.property(fc.nat(0xffff), order, (base, offsets) => {
        const received = new ReceivedSequences();
        received.note(base);
        const seen = new Set([0]);
        for (const offset of offsets) {
          const fresh = received.note((base + offset) & 0xffff).kind !== 'duplicate';
          expect(fresh).toBe(!seen.has(offset));
          seen.add(offset);
        }
        expect(received.totals().received).toBe(seen.size);
      }),
    );
  });
});
