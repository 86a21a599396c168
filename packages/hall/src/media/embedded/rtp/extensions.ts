import type { RtpHeader } from './header.ts';

/** The header extensions that the engine knows, by their names in SDP. */
export const extensionUris = {
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
  audioLevel: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  sendTime: 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  transportSequence: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
} as const;
export type Extension = keyof typeof extensionUris;

const oneByteForm = 0xbede;
const twoByteForm = 0x1000; // the low four bits are for the application

/** Calls `visit` for every element of the packet's header extension, in both forms of RFC 8285. */
export function forEachExtension(
  packet: Buffer,
  header: RtpHeader,
  visit: (id: number, start: number, length: number) => void,
): void {
  const oneByte = header.extensionProfile === oneByteForm;
  if (!oneByte && (header.extensionProfile & 0xfff0) !== twoByteForm) return;

  let at = header.extensionStart;
  while (at < header.extensionEnd) {
    const head = packet[at] ?? 0;
    if (head === 0) {
      at++; // padding
      continue;
    }
    const id = oneByte ? head >> 4 : head;
    if (oneByte && id === 15) return;
    const length = oneByte ? (head & 0x0f) + 1 : packet[at + 1];
    const start = at + (oneByte ? 1 : 2);
    if (length === undefined || start + length > header.extensionEnd) return;
    visit(id, start, length);
    at = start + length;
  }
}

/** The volume of the packet's sound in -dBov (RFC 6464): 0 is loudest, 127 silence; null when it is not told. */
export function readAudioLevel(packet: Buffer, header: RtpHeader, id: number): number | null {
  let level: number | null = null;
  forEachExtension(packet, header, (found, start, length) => {
    if (found === id && length >= 1) level = (packet[start] ?? 0) & 0x7f;
  });
  return level;
}

/** The number that the packet has on its whole transport, over all its streams; null when it has none. */
export function readTransportSequence(packet: Buffer, header: RtpHeader, id: number): number | null {
  let sequence: number | null = null;
  forEachExtension(packet, header, (found, start, length) => {
    if (found === id && length >= 2) sequence = packet.readUInt16BE(start);
  });
  return sequence;
}

/** The m-line that the packet says it belongs to (RFC 8843), or null. */
export function readMid(packet: Buffer, header: RtpHeader, id: number): string | null {
  let mid: string | null = null;
  forEachExtension(packet, header, (found, start, length) => {
    if (found === id) mid = packet.toString('latin1', start, start + length);
  });
  return mid;
}
