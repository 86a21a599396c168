import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRtcp } from './blocks.ts';
import { readNack, writeNack } from './nack.ts';
import { readKeyFrameRequests, writePli } from './pli.ts';
import { readRemb, writeRemb } from './remb.ts';
import { readReportBlocks, readSenderReport, writeReceiverReport, writeSenderReport } from './report.ts';

const ssrc = fc.integer({ min: 1, max: 0xffffffff });
const u32 = fc.nat(0xffffffff);

describe('RTCP', () => {
  it('is read from any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), (bytes, likely) => {
        const packet = Buffer.from(bytes);
        if (likely && packet.length >= 4) {
          packet[0] = 0x80 | ((packet[0] ?? 0) & 0x1f);
          packet[1] = 200 + ((packet[1] ?? 0) % 8);
          packet.writeUInt16BE(Math.max(1, Math.floor(packet.length / 4) - 1), 2);
        }
        for (const block of readRtcp(packet)) {
          readNack(block);
          readKeyFrameRequests(block);
          readRemb(block);
          readSenderReport(block);
          readReportBlocks(block);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is split into its blocks; what is cut off is left out', () => {
    const compound = Buffer.concat([writePli(7), writeNack(8, [1, 2]), writePli(9).subarray(0, 8)]);
    expect(readRtcp(compound).map(({ type, count }) => [type, count])).toEqual([
      [206, 1],
      [205, 1],
    ]);
  });

  it('asks for exactly the lost packets', () => {
    fc.assert(
      fc.property(
        ssrc,
        fc.nat(0xffff),
        fc.uniqueArray(fc.nat(200), { minLength: 1 }),
        (media, base, offsets) => {
          const lost = offsets.sort((a, b) => a - b).map((offset) => (base + offset) & 0xffff);
          const [block] = readRtcp(writeNack(media, lost));
          expect(block && readNack(block)).toEqual({ ssrc: media, sequences: lost });
        },
      ),
    );
  });

  it('packs 17 lost packets into one field', () => {
    expect(
      writeNack(
        1,
        Array.from({ length: 17 }, (_, index) => 65_530 + index),
      ).length,
    ).toBe(16);
  });

  it('asks for a key frame by PLI, and understands FIR too', () => {
    const [pli] = readRtcp(writePli(77));
    expect(pli && readKeyFrameRequests(pli)).toEqual([77]);
    const [fir] = readRtcp(Buffer.from('84ce0006000000010000000000000005010000000000000602000000', 'hex'));
    expect(fir && readKeyFrameRequests(fir)).toEqual([5, 6]);
  });

  it('tells a bit rate to within its precision of 18 bits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.array(ssrc, { maxLength: 5 }),
        (bitrateBps, ssrcs) => {
          const [block] = readRtcp(writeRemb(bitrateBps, ssrcs));
          const read = block && readRemb(block);
          expect(read?.ssrcs).toEqual(ssrcs);
          expect(read?.bitrateBps).toBeLessThanOrEqual(bitrateBps);
          expect(read?.bitrateBps).toBeGreaterThanOrEqual(bitrateBps * (1 - 2 ** -17));
        },
      ),
    );
  });

  it('carries reports there and back', () => {
    const report = fc.record({
      ssrc,
      ntpSeconds: u32,
      ntpFraction: u32,
      rtpTimestamp: u32,
      packets: u32,
      octets: u32,
    });
    const block = fc.record({
      ssrc,
      fractionLost: fc.nat(255),
      lost: fc.nat(0x7fffff),
      highestSequence: u32,
      jitter: u32,
      lastSenderReport: u32,
      delaySinceLastSenderReport: u32,
    });
    fc.assert(
      fc.property(report, fc.array(block, { maxLength: 31 }), (sent, blocks) => {
        const [senders] = readRtcp(writeSenderReport(sent));
        expect(senders && readSenderReport(senders)).toEqual(sent);
        const [receivers] = readRtcp(writeReceiverReport(blocks));
        expect(receivers && readReportBlocks(receivers)).toEqual(blocks);
      }),
    );
  });
});
