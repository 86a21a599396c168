import { allocRtcp, type RtcpBlock, rtcpType } from './blocks.ts';

const pictureLoss = 1;
const fullIntraRequest = 4;

/** The streams whose next key frame is asked for: a PLI (RFC 4585, 6.3.1) or a FIR (RFC 5104, 4.3.1). */
export function readKeyFrameRequests(block: RtcpBlock): number[] {
  if (block.type !== rtcpType.payloadFeedback || block.bytes.length < 12) return [];
  if (block.count === pictureLoss) return [block.bytes.readUInt32BE(8)];
  if (block.count !== fullIntraRequest) return [];
  const ssrcs: number[] = [];
  for (let at = 12; at + 8 <= block.bytes.length; at += 8) ssrcs.push(block.bytes.readUInt32BE(at));
  return ssrcs;
}

/** Asks the sender of a stream for a key frame. */
export function writePli(ssrc: number): Buffer {
  const bytes = allocRtcp(rtcpType.payloadFeedback, pictureLoss, 12);
  bytes.writeUInt32BE(ssrc, 8);
  return bytes;
}
