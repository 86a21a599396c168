import { allocRtcp, type RtcpBlock, rtcpType } from './blocks.ts';

const format = 1;

/** The lost packets that a generic NACK asks for again (RFC 4585, section 6.2.1), or null if it is something else. */
export function readNack(block: RtcpBlock): { ssrc: number; sequences: number[] } | null {
  if (block.type !== rtcpType.transportFeedback || block.count !== format || block.bytes.length < 12)
    return null;
  const sequences: number[] = [];
  for (let at = 12; at + 4 <= block.bytes.length; at += 4) {
    const first = block.bytes.readUInt16BE(at);
    const following = block.bytes.readUInt16BE(at + 2);
    sequences.push(first);
    for (let bit = 0; bit < 16; bit++) {
      if (following & (1 << bit)) sequences.push((first + bit + 1) & 0xffff);
    }
  }
  return { ssrc: block.bytes.readUInt32BE(8), sequences };
}

/** Asks for lost packets again. `sequences` in ascending order (wrapping) pack best: 17 to a field. */
export function writeNack(ssrc: number, sequences: readonly number[]): Buffer {
  const fields: { first: number; following: number }[] = [];
  for (const sequence of sequences) {
    const field = fields.at(-1);
    const distance = field ? (sequence - field.first) & 0xffff : 0;
    if (field && distance >= 1 && distance <= 16) field.following |= 1 << (distance - 1);
    else fields.push({ first: sequence & 0xffff, following: 0 });
  }
  const bytes = allocRtcp(rtcpType.transportFeedback, format, 12 + fields.length * 4);
  bytes.writeUInt32BE(ssrc, 8);
  fields.forEach((field, index) => {
    bytes.writeUInt16BE(field.first, 12 + index * 4);
    bytes.writeUInt16BE(field.following, 14 + index * 4);
  });
  return bytes;
}
