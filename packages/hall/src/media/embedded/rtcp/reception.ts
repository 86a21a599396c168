import { timestampAhead } from '../rtp/sequence.ts';
import type { ReportBlock, SenderReport } from './report.ts';

/** Makes the report blocks on one received stream (RFC 3550, sections 6.4.1 and A.8). */
export class Reception {
  private expectedBefore = 0;
  private receivedBefore = 0;
  private jitter = 0;
  private transit: number | null = null;
  private lastReport: { middle: number; atMs: number } | null = null;

  private readonly ssrc: number;
  private readonly clockHz: number;

  constructor(ssrc: number, clockHz: number) {
    this.ssrc = ssrc;
    this.clockHz = clockHz;
  }

  packet(timestamp: number, nowMs: number): void {
    const arrival = Math.round((nowMs * this.clockHz) / 1000) >>> 0;
    const transit = (arrival - timestamp) >>> 0;
    if (this.transit !== null)
      this.jitter += (Math.abs(timestampAhead(transit, this.transit)) - this.jitter) / 16;
    this.transit = transit;
  }

  senderReport(report: SenderReport, nowMs: number): void {
    const middle = ((report.ntpSeconds & 0xffff) << 16) | (report.ntpFraction >>> 16);
    this.lastReport = { middle: middle >>> 0, atMs: nowMs };
  }

  block(totals: { expected: number; received: number }, highest: number, nowMs: number): ReportBlock {
    const expected = totals.expected - this.expectedBefore;
    const lost = expected - (totals.received - this.receivedBefore);
    this.expectedBefore = totals.expected;
    this.receivedBefore = totals.received;
    return {
      ssrc: this.ssrc,
      fractionLost: expected > 0 && lost > 0 ? Math.min(255, Math.floor((lost * 256) / expected)) : 0,
      lost: Math.max(0, totals.expected - totals.received),
      highestSequence: highest,
      jitter: Math.min(0xffffffff, Math.round(this.jitter)),
      lastSenderReport: this.lastReport?.middle ?? 0,
      delaySinceLastSenderReport: this.lastReport ? Math.round((nowMs - this.lastReport.atMs) * 65.536) : 0,
    };
  }
}
