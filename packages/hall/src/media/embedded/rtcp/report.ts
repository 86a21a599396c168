import { allocRtcp, type RtcpBlock, rtcpType } from './blocks.ts';

/** A sender report (RFC 3550, section 6.4.1): where the stream's timestamps stand on the sender's clock. */
export interface SenderReport {
  ssrc: number;
  /** 64-bit NTP time, as two halves. */
  ntpSeconds: number;
  ntpFraction: number;
  rtpTimestamp: number;
  packets: number;
  octets: number;
}

export function readSenderReport(block: RtcpBlock): SenderReport | null {
  const { bytes } = block;
  if (block.type !== rtcpType.senderReport || bytes.length < 28) return null;
  return {
    ssrc: bytes.readUInt32BE(4),
    ntpSeconds: bytes.readUInt32BE(8),
    ntpFraction: bytes.readUInt32BE(12),
    rtpTimestamp: bytes.readUInt32BE(16),
    packets: bytes.readUInt32BE(20),
    octets: bytes.readUInt32BE(24),
  };
}

export function writeSenderReport(report: SenderReport): Buffer {
  const bytes = allocRtcp(rtcpType.senderReport, 0, 28, report.ssrc);
  bytes.writeUInt32BE(report.ntpSeconds, 8);
  bytes.writeUInt32BE(report.ntpFraction, 12);
  bytes.writeUInt32BE(report.rtpTimestamp, 16);
  bytes.writeUInt32BE(report.packets >>> 0, 20);
  bytes.writeUInt32BE(report.octets >>> 0, 24);
  return bytes;
}

/** What a receiver says of one stream (RFC 3550, section 6.4.2). */
export interface ReportBlock {
  ssrc: number;
  /** Of the packets since the last report, in 1/256. */
  fractionLost: number;
  /** Since the beginning. */
  lost: number;
  /** With its wraps in the upper 16 bits. */
  highestSequence: number;
  jitter: number;
  /** The middle 32 bits of the last sender report's NTP time, and how long ago it came, in 1/65536 s. */
  lastSenderReport: number;
  delaySinceLastSenderReport: number;
}

const blockBytes = 24;

/** A receiver report on up to 31 streams. */
export function writeReceiverReport(blocks: readonly ReportBlock[]): Buffer {
  const bytes = allocRtcp(rtcpType.receiverReport, blocks.length, 8 + blocks.length * blockBytes);
  blocks.forEach((block, index) => {
    const at = 8 + index * blockBytes;
    bytes.writeUInt32BE(block.ssrc, at);
    bytes[at + 4] = Math.min(255, block.fractionLost);
    bytes.writeUIntBE(Math.min(0x7fffff, Math.max(0, block.lost)), at + 5, 3);
    bytes.writeUInt32BE(block.highestSequence >>> 0, at + 8);
    bytes.writeUInt32BE(block.jitter >>> 0, at + 12);
    bytes.writeUInt32BE(block.lastSenderReport >>> 0, at + 16);
    bytes.writeUInt32BE(block.delaySinceLastSenderReport >>> 0, at + 20);
  });
  return bytes;
}

/** The report blocks of a receiver report, or of a sender report that carries some. */
export function readReportBlocks(block: RtcpBlock): ReportBlock[] {
  const { bytes } = block;
  if (block.type !== rtcpType.receiverReport && block.type !== rtcpType.senderReport) return [];
  const blocks: ReportBlock[] = [];
  let at = block.type === rtcpType.senderReport ? 28 : 8;
  for (; at + blockBytes <= bytes.length && blocks.length < block.count; at += blockBytes) {
    blocks.push({
      ssrc: bytes.readUInt32BE(at),
      fractionLost: bytes[at + 4] ?? 0,
      lost: bytes.readIntBE(at + 5, 3),
      highestSequence: bytes.readUInt32BE(at + 8),
      jitter: bytes.readUInt32BE(at + 12),
      lastSenderReport: bytes.readUInt32BE(at + 16),
      delaySinceLastSenderReport: bytes.readUInt32BE(at + 20),
    });
  }
  return blocks;
}
