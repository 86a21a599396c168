import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startsVp8KeyFrame } from './vp8.ts';

const starts = (hex: string): boolean => {
  const payload = Buffer.from(hex, 'hex');
  return startsVp8KeyFrame(payload, 0, payload.length);
};

describe('the beginning of a VP8 key frame', () => {
  it.each([
    ['a bare descriptor', '1000'],
    ['a picture id of 7 bits', '90800500'],
    ['a picture id of 15 bits', '9080850500'],
    ['picture id, TL0PICIDX and TID', '90e0850501c000'],
  ])('is seen behind %s', (_, hex) => {
    expect(starts(hex)).toBe(true);
  });

  it.each([
    ['a later packet of the frame', '0000'],
    ['another partition', '1100'],
    ['a frame that builds on others', '1001'],
    ['nothing', ''],
    ['a descriptor without payload', '10'],
  ])('is not seen in %s', (_, hex) => {
    expect(starts(hex)).toBe(false);
  });

  it('is looked for in any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        expect(typeof startsVp8KeyFrame(Buffer.from(bytes), 0, bytes.length)).toBe('boolean');
      }),
    );
  });
});
