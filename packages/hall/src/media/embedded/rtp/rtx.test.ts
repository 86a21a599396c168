import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAudioLevel, readTransportSequence } from './extensions.ts';
import { readRtpHeader } from './header.ts';
import {
  address,
  buildAudio,
  buildVideo,
  stampSendTime,
  stampTransportSequence,
  videoPayloadAt,
} from './outgoing.ts';
import { unwrapRtx, wrapRtx } from './rtx.ts';

const numbers = fc.record({
  sequence: fc.nat(0xffff),
  timestamp: fc.nat(0xffffffff),
  ssrc: fc.nat(0xffffffff),
  payload: fc.uint8Array({ minLength: 1, maxLength: 1_200 }),
  marker: fc.boolean(),
});

function source(payload: Uint8Array, marker: boolean): Buffer {
  const head = Buffer.from('906000010000000200000003bede00011077aabb', 'hex');
  if (marker) head[1] = 0x60 | 0x80;
  return Buffer.concat([head, payload]);
}

describe('packets as they are sent', () => {
  it('carry the payload and the subscriber’s own numbers', () => {
    fc.assert(
      fc.property(numbers, ({ sequence, timestamp, ssrc, payload, marker }) => {
        const packet = source(payload, marker);
        const header = readRtpHeader(packet);
        if (!header) throw new Error('not an RTP packet');
        const out = buildAudio(packet, header, 111, 42);
        address(out, sequence, timestamp, ssrc);
        stampSendTime(out, 12_345.678);
        stampTransportSequence(out, 0x1_0007);
        const sent = readRtpHeader(out);
        expect(sent).toMatchObject({ sequence, timestamp, ssrc, marker, payloadType: 111 });
        if (!sent) return;
        expect(readAudioLevel(out, sent, 1)).toBe(42);
        expect(readTransportSequence(out, sent, 3)).toBe(7);
        expect(out.subarray(sent.payloadStart, sent.payloadEnd)).toEqual(Buffer.from(payload));
      }),
    );
  });

  it('come out of a retransmission as they were', () => {
    fc.assert(
      fc.property(numbers, ({ sequence, timestamp, ssrc, payload, marker }) => {
        const packet = source(payload, marker);
        const header = readRtpHeader(packet);
        if (!header) throw new Error('not an RTP packet');
        const out = buildVideo(packet, header, 96);
        const rtx = wrapRtx(out, videoPayloadAt, {
          ssrc: 9,
          payloadType: 97,
          sequence: 3,
          originalSequence: sequence,
          timestamp,
        });
        const wrapped = readRtpHeader(rtx);
        expect(wrapped).toMatchObject({ ssrc: 9, payloadType: 97, sequence: 3, timestamp, marker });
        if (!wrapped) return;
        const original = unwrapRtx(rtx, wrapped, { ssrc, payloadType: 96 });
        expect(original).toMatchObject({ sequence, ssrc, payloadType: 96, timestamp });
        expect(rtx.subarray(original?.payloadStart, original?.payloadEnd)).toEqual(Buffer.from(payload));
      }),
    );
  });

  it('are not found in a retransmission that only pads', () => {
    const packet = Buffer.from('80610001000000020000000900ff', 'hex');
    const header = readRtpHeader(packet);
    expect(header && unwrapRtx(packet, header, { ssrc: 1, payloadType: 96 })).toBeNull();
  });

  it('say when they left in 6.18 fixed point seconds', () => {
    const packet = source(new Uint8Array([1]), false);
    const header = readRtpHeader(packet);
    if (!header) throw new Error('not an RTP packet');
    const out = buildVideo(packet, header, 96);
    stampSendTime(out, 64_000 * 3 + 1_500);
    expect(out.readUIntBE(17, 3)).toBe(1.5 * 2 ** 18);
  });
});
