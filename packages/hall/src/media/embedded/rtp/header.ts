/** What the engine reads of an RTP packet. Offsets are positions in the packet's buffer. */
export interface RtpHeader {
  marker: boolean;
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** The extension's profile (0xBEDE for the one-byte form), or 0 without one, and where its elements are. */
  extensionProfile: number;
  extensionStart: number;
  extensionEnd: number;
  payloadStart: number;
  /** Padding left out. */
  payloadEnd: number;
}

/**
 * Reads an RTP header (RFC 3550, section 5.1). Gives null for anything that is not a well-formed RTP packet:
 * the bytes come from a browser, so nothing here may throw.
 */
export function readRtpHeader(packet: Buffer): RtpHeader | null {
  const first = packet[0];
  const second = packet[1];
  if (first === undefined || second === undefined || packet.length < 12 || first >> 6 !== 2) return null;

  let at = 12 + (first & 0x0f) * 4;
  const header: RtpHeader = {
    marker: (second & 0x80) !== 0,
    payloadType: second & 0x7f,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    extensionProfile: 0,
    extensionStart: at,
    extensionEnd: at,
    payloadStart: at,
    payloadEnd: packet.length,
  };

  if (first & 0x10) {
    if (at + 4 > packet.length) return null;
    header.extensionProfile = packet.readUInt16BE(at);
    header.extensionStart = at + 4;
    header.extensionEnd = at + 4 + packet.readUInt16BE(at + 2) * 4;
    at = header.extensionEnd;
  }
  if (first & 0x20) header.payloadEnd -= packet[packet.length - 1] ?? 0;
  header.payloadStart = at;
  return at <= header.payloadEnd ? header : null;
}

/** Tells RTCP from RTP on a shared port (RFC 5761, section 4). */
export function isRtcp(packet: Buffer): boolean {
  const type = packet[1];
  return type !== undefined && type >= 192 && type <= 223;
}
