import type { RtpHeader } from './header.ts';

/**
 * Takes the original packet out of a retransmission (RFC 4588, section 4): its payload begins with the original
 * sequence number. Null when there is nothing in it, as in padding that probes for bandwidth.
 */
export function unwrapRtx(
  packet: Buffer,
  header: RtpHeader,
  original: { ssrc: number; payloadType: number },
): RtpHeader | null {
  if (header.payloadEnd - header.payloadStart <= 2) return null;
  return {
    ...header,
    sequence: packet.readUInt16BE(header.payloadStart),
    ssrc: original.ssrc,
    payloadType: original.payloadType,
    payloadStart: header.payloadStart + 2,
  };
}

/** Wraps a packet that was sent (its payload at `payloadAt`) into a retransmission of its own stream. */
export function wrapRtx(
  sent: Buffer,
  payloadAt: number,
  rtx: { ssrc: number; payloadType: number; sequence: number; originalSequence: number; timestamp: number },
): Buffer {
  const out = Buffer.allocUnsafe(sent.length + 2);
  sent.copy(out, 0, 0, payloadAt);
  out[1] = ((sent[1] ?? 0) & 0x80) | rtx.payloadType;
  out.writeUInt16BE(rtx.sequence & 0xffff, 2);
  out.writeUInt32BE(rtx.timestamp, 4);
  out.writeUInt32BE(rtx.ssrc, 8);
  out.writeUInt16BE(rtx.originalSequence & 0xffff, payloadAt);
  sent.copy(out, payloadAt + 2, payloadAt);
  return out;
}
