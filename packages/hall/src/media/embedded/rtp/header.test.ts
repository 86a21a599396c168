import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRtcp, readRtpHeader } from './header.ts';

describe('an RTP header', () => {
  it('is read: marker, numbers, extension, padding', () => {
    const packet = Buffer.from('b0e0123400000010deadbeefbede000151aa000001020304000004', 'hex');
    expect(readRtpHeader(packet)).toEqual({
      marker: true,
      payloadType: 96,
      sequence: 0x1234,
      timestamp: 16,
      ssrc: 0xdeadbeef,
      extensionProfile: 0xbede,
      extensionStart: 16,
      extensionEnd: 20,
      payloadStart: 20,
      payloadEnd: 23,
    });
  });

  it('skips contributing sources', () => {
    const packet = Buffer.concat([Buffer.from('82000001000000020000000300000004000000056869', 'hex')]);
    expect(readRtpHeader(packet)).toMatchObject({ payloadStart: 20, payloadEnd: 22, extensionProfile: 0 });
  });

  it.each([
    ['nothing', ''],
    ['another version', '40600001000000020000000300'],
    ['a header cut short', '8060000100000002000000'],
    ['an extension that runs over the end', '90600001000000020000000300bede0002aabb'],
    ['more padding than payload', 'a06000010000000200000003ff'],
  ])('is not read from %s', (_, hex) => {
    expect(readRtpHeader(Buffer.from(hex, 'hex'))).toBeNull();
  });

  it('never throws and never points outside the packet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const packet = Buffer.from(bytes);
        const header = readRtpHeader(packet);
        isRtcp(packet);
        if (!header) return;
        expect(header.extensionEnd).toBeLessThanOrEqual(header.payloadStart);
        expect(header.payloadStart).toBeLessThanOrEqual(header.payloadEnd);
        expect(header.payloadEnd).toBeLessThanOrEqual(packet.length);
      }),
    );
  });
});
