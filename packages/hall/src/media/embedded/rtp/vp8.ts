/**
 * Whether the payload begins a key frame: the first packet of its first partition, with the frame's P bit 0
 * (RFC 7741, sections 4.2 and 4.3).
 */
export function startsVp8KeyFrame(packet: Buffer, payloadStart: number, payloadEnd: number): boolean {
  let at = payloadStart;
  const byte = (position: number): number => (position < payloadEnd ? (packet[position] ?? 0) : 0);

  const descriptor = byte(at++);
  const startOfPartition = (descriptor & 0x10) !== 0 && (descriptor & 0x07) === 0;
  if (!startOfPartition) return false;

  if (descriptor & 0x80) {
    const extension = byte(at++);
    if (extension & 0x80) at += byte(at) & 0x80 ? 2 : 1; // picture id, of 7 or 15 bits
    if (extension & 0x40) at++; // TL0PICIDX
    if (extension & 0x30) at++; // TID, Y, KEYIDX
  }
  return at < payloadEnd && (byte(at) & 0x01) === 0;
}
