import { offered } from './stand-in.ts';

/** An Opus packet of a microphone at this volume (-dBov), in the one-byte form of header extensions. */
export function opusPacket(ssrc: number, sequence: number, level: number, payload: string): Buffer {
  return Buffer.concat([
    head(offered.opus, false, ssrc, sequence, sequence * 960),
    Buffer.from([0xbe, 0xde, 0, 1, (offered.audioLevel << 4) | 0, level, 0, 0]),
    Buffer.from(payload),
  ]);
}

/** A VP8 packet that is a whole frame; its header extension is in the two-byte form. */
export function vp8Packet(ssrc: number, sequence: number, keyFrame: boolean, payload: string): Buffer {
  const transportSequence = Buffer.alloc(2);
  transportSequence.writeUInt16BE(sequence & 0xffff);
  return Buffer.concat([
    head(offered.vp8, true, ssrc, sequence, sequence * 3_000),
    Buffer.from([0x10, 0, 0, 1, offered.transportSequence, 2]),
    transportSequence,
    Buffer.from([0x10, keyFrame ? 0 : 1]),
    Buffer.from(payload),
  ]);
}

/** The packet sent again on its retransmission stream (RFC 4588). */
export function rtxOf(packet: Buffer, rtxSequence: number): Buffer {
  const out = Buffer.concat([packet.subarray(0, 20), packet.subarray(2, 4), packet.subarray(20)]);
  out[1] = offered.rtx;
  out.writeUInt16BE(rtxSequence, 2);
  out.writeUInt32BE(packet.readUInt32BE(8) + 1, 8);
  return out;
}

function head(
  payloadType: number,
  marker: boolean,
  ssrc: number,
  sequence: number,
  timestamp: number,
): Buffer {
  const bytes = Buffer.alloc(12);
  bytes[0] = 0x90;
  bytes[1] = payloadType | (marker ? 0x80 : 0);
  bytes.writeUInt16BE(sequence & 0xffff, 2);
  bytes.writeUInt32BE(timestamp >>> 0, 4);
  bytes.writeUInt32BE(ssrc, 8);
  return bytes;
}
