import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachExtension, readAudioLevel, readMid, readTransportSequence } from './extensions.ts';
import { readRtpHeader } from './header.ts';

function read(packet: Buffer): { id: number; value: string }[] {
  const header = readRtpHeader(packet);
  const found: { id: number; value: string }[] = [];
  if (!header) return found;
  forEachExtension(packet, header, (id, start, length) =>
    found.push({ id, value: packet.toString('hex', start, start + length) }),
  );
  return found;
}

const head = Buffer.from('906000010000000200000003', 'hex');
const withExtension = (profile: string, elements: string): Buffer =>
  Buffer.concat([
    head,
    Buffer.from(profile, 'hex'),
    Buffer.from([0, elements.length / 8]),
    Buffer.from(`${elements}ff`, 'hex'),
  ]);

describe('header extensions', () => {
  it('are read in the one-byte form, padding between them', () => {
    expect(read(withExtension('bede', '10aa00003201020360000000'))).toEqual([
      { id: 1, value: 'aa' },
      { id: 3, value: '010203' },
      { id: 6, value: '00' },
    ]);
  });

  it('are read in the two-byte form, also empty ones', () => {
    expect(read(withExtension('1000', '1000070201020000'))).toEqual([
      { id: 16, value: '' },
      { id: 7, value: '0102' },
    ]);
  });

  it('end at the reserved number 15 of the one-byte form', () => {
    expect(read(withExtension('bede', 'f0aa20bb'))).toEqual([]);
  });

  it('that run over their end are left out', () => {
    expect(read(withExtension('bede', '10aa2f01'))).toEqual([{ id: 1, value: 'aa' }]);
  });

  it('of an unknown form are left alone', () => {
    expect(read(withExtension('abcd', '10aa0000'))).toEqual([]);
  });

  it('say volume, number on the transport and m-line', () => {
    const packet = withExtension('bede', '10a531010252313233000000');
    const header = readRtpHeader(packet);
    if (!header) throw new Error('not an RTP packet');
    expect(readAudioLevel(packet, header, 1)).toBe(0x25);
    expect(readTransportSequence(packet, header, 3)).toBe(0x0102);
    expect(readMid(packet, header, 5)).toBe('123');
    expect(readMid(packet, header, 9)).toBeNull();
  });

  it('never throw, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bede', '1000', '1007'),
        fc.uint8Array({ maxLength: 64 }),
        (profile, bytes) => {
          const words = Math.floor(bytes.length / 4);
          const packet = Buffer.concat([head, Buffer.from(profile, 'hex'), Buffer.from([0, words]), bytes]);
          const header = readRtpHeader(packet);
          if (!header) return;
          forEachExtension(packet, header, (_, start, length) => {
            expect(start + length).toBeLessThanOrEqual(header.extensionEnd);
          });
          readAudioLevel(packet, header, 1);
          readTransportSequence(packet, header, 1);
        },
      ),
    );
  });
});
