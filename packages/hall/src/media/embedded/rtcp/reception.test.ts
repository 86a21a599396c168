import { describe, expect, it } from 'vitest';
import { Reception } from './reception.ts';

describe('reports on reception', () => {
  it('tell the loss since the last report and in all', () => {
    const reception = new Reception(7, 90_000);
    expect(reception.block({ expected: 100, received: 75 }, 100, 0)).toMatchObject({
      fractionLost: 64,
      lost: 25,
    });
    expect(reception.block({ expected: 200, received: 175 }, 200, 0)).toMatchObject({
      fractionLost: 0,
      lost: 25,
    });
  });

  it('never tell of less than no loss', () => {
    const reception = new Reception(7, 90_000);
    reception.block({ expected: 10, received: 5 }, 10, 0);
    expect(reception.block({ expected: 12, received: 12 }, 12, 0)).toMatchObject({
      fractionLost: 0,
      lost: 0,
    });
  });

  it('let the sender measure the round trip from its own report', () => {
    const reception = new Reception(7, 90_000);
    const report = { ssrc: 7, rtpTimestamp: 0, packets: 0, octets: 0 };
    reception.senderReport({ ...report, ntpSeconds: 0xaaaa1234, ntpFraction: 0x5678bbbb }, 1_000);
    expect(reception.block({ expected: 1, received: 1 }, 1, 1_500)).toMatchObject({
      lastSenderReport: 0x12345678,
      delaySinceLastSenderReport: 32_768,
    });
  });

  it('measure how unevenly packets come', () => {
    const even = new Reception(7, 1_000);
    const uneven = new Reception(7, 1_000);
    for (let n = 0; n < 100; n++) {
      even.packet(n * 20, n * 20);
      uneven.packet(n * 20, n * 20 + (n % 2) * 10);
    }
    expect(even.block({ expected: 1, received: 1 }, 1, 0).jitter).toBe(0);
    expect(uneven.block({ expected: 1, received: 1 }, 1, 0).jitter).toBe(10);
  });
});
