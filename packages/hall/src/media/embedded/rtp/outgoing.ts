import type { RtpHeader } from './header.ts';

/** Numbers of the header extensions in what the hall sends; every m-line of its offers names the same ones. */
export const sentExtensions = { audioLevel: 1, sendTime: 2, transportSequence: 3 } as const;

// Both layouts begin with the extension's head (12..15) and the send time (16 its element's head, 17..19), so that
// the fields that differ per subscriber stand at fixed places.
const sendTimeAt = 17;
const audioLevelAt = 21;
const transportSequenceAt = 23;
export const videoPayloadAt = 20;
const audioPayloadAt = 28;

/** A video packet as subscribers get it, built once: the source's own extensions and padding are left behind. */
export function buildVideo(packet: Buffer, header: RtpHeader, payloadType: number): Buffer {
  const out = build(packet, header, payloadType, videoPayloadAt);
  out[16] = (sentExtensions.sendTime << 4) | 2;
  return out;
}

/** An audio packet as subscribers get it, with its volume (0 loudest .. 127 silence). */
export function buildAudio(packet: Buffer, header: RtpHeader, payloadType: number, level: number): Buffer {
  const out = build(packet, header, payloadType, audioPayloadAt);
  out[16] = (sentExtensions.sendTime << 4) | 2;
  out[20] = sentExtensions.audioLevel << 4;
  out[audioLevelAt] = level & 0x7f;
  out[22] = (sentExtensions.transportSequence << 4) | 1;
  out.fill(0, 25, audioPayloadAt);
  return out;
}

function build(packet: Buffer, header: RtpHeader, payloadType: number, payloadAt: number): Buffer {
  const out = Buffer.allocUnsafe(payloadAt + header.payloadEnd - header.payloadStart);
  out[0] = 0x90; // version 2, with a header extension
  out[1] = (header.marker ? 0x80 : 0) | payloadType;
  out.writeUInt16BE(header.sequence, 2);
  out.writeUInt32BE(header.timestamp, 4);
  out.writeUInt32BE(header.ssrc, 8);
  out.writeUInt16BE(0xbede, 12);
  out.writeUInt16BE((payloadAt - 16) / 4, 14);
  packet.copy(out, payloadAt, header.payloadStart, header.payloadEnd);
  return out;
}

/** Makes a built packet one subscriber's own, in place: the native send copies, so one buffer serves all. */
export function address(out: Buffer, sequence: number, timestamp: number, ssrc: number): void {
  out.writeUInt16BE(sequence, 2);
  out.writeUInt32BE(timestamp, 4);
  out.writeUInt32BE(ssrc, 8);
}

/** Writes when the packet leaves: 24 bits, 6.18 fixed point seconds. */
export function stampSendTime(out: Buffer, nowMs: number): void {
  const fixed = Math.floor(((nowMs % 64_000) * 262_144) / 1000) & 0xffffff;
  out.writeUIntBE(fixed, sendTimeAt, 3);
}

export function stampTransportSequence(audio: Buffer, sequence: number): void {
  audio.writeUInt16BE(sequence & 0xffff, transportSequenceAt);
}
