/** One packet of a compound RTCP packet. `count` is its report count or feedback format. */
export interface RtcpBlock {
  type: number;
  count: number;
  bytes: Buffer;
}

export const rtcpType = {
  senderReport: 200,
  receiverReport: 201,
  goodbye: 203,
  transportFeedback: 205,
  payloadFeedback: 206,
} as const;

/** The engine's own SSRC in what it reports: it sends no stream under it. */
const ownSsrc = 1;

/** Splits a compound RTCP packet (RFC 3550, section 6.1); what is malformed ends the list, it never throws. */
export function readRtcp(packet: Buffer): RtcpBlock[] {
  const blocks: RtcpBlock[] = [];
  let at = 0;
  while (at + 8 <= packet.length) {
    const first = packet[at] ?? 0;
    const end = at + (packet.readUInt16BE(at + 2) + 1) * 4;
    if (first >> 6 !== 2 || end > packet.length || end < at + 8) break;
    blocks.push({ type: packet[at + 1] ?? 0, count: first & 0x1f, bytes: packet.subarray(at, end) });
    at = end;
  }
  return blocks;
}

/** An RTCP packet of `length` bytes (a multiple of four) with its head and the sender's SSRC written. */
export function allocRtcp(type: number, count: number, length: number, senderSsrc = ownSsrc): Buffer {
  const bytes = Buffer.alloc(length);
  bytes[0] = 0x80 | count;
  bytes[1] = type;
  bytes.writeUInt16BE(length / 4 - 1, 2);
  bytes.writeUInt32BE(senderSsrc, 4);
  return bytes;
}
