import { allocRtcp, type RtcpBlock, rtcpType } from './blocks.ts';

const applicationLayer = 15;
const name = 'REMB';

/** The bit rate that a receiver thinks it can take, in bit/s (draft-alvestrand-rmcat-remb-03), or null. */
export function readRemb(block: RtcpBlock): { bitrateBps: number; ssrcs: number[] } | null {
  const { bytes } = block;
  if (block.type !== rtcpType.payloadFeedback || block.count !== applicationLayer || bytes.length < 20)
    return null;
  if (bytes.toString('latin1', 12, 16) !== name) return null;
  const exponent = (bytes[17] ?? 0) >> 2;
  const mantissa = (((bytes[17] ?? 0) & 0x03) << 16) | bytes.readUInt16BE(18);
  const ssrcs: number[] = [];
  for (let at = 20; at + 4 <= bytes.length && ssrcs.length < (bytes[16] ?? 0); at += 4) {
    ssrcs.push(bytes.readUInt32BE(at));
  }
  return { bitrateBps: mantissa * 2 ** exponent, ssrcs };
}

/** Tells the sender of these streams how much it may send in all, in bit/s. */
export function writeRemb(bitrateBps: number, ssrcs: readonly number[]): Buffer {
  let exponent = 0;
  let mantissa = Math.floor(Math.max(0, bitrateBps));
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2);
    exponent++;
  }
  const bytes = allocRtcp(rtcpType.payloadFeedback, applicationLayer, 20 + ssrcs.length * 4);
  bytes.write(name, 12, 'latin1');
  bytes[16] = ssrcs.length;
  bytes[17] = (exponent << 2) | (mantissa >> 16);
  bytes.writeUInt16BE(mantissa & 0xffff, 18);
  ssrcs.forEach((ssrc, index) => {
    bytes.writeUInt32BE(ssrc, 20 + index * 4);
  });
  return bytes;
}
