import { limits } from './limits.ts';
import { writeNack } from './rtcp/nack.ts';
import { Reception } from './rtcp/reception.ts';
import type { ReportBlock, SenderReport } from './rtcp/report.ts';
import type { RtpHeader } from './rtp/header.ts';
import { PacketHistory } from './rtp/history.ts';
import { Losses } from './rtp/losses.ts';
import { ReceivedSequences } from './rtp/received.ts';
import type { MediaKind } from './sdp/session.ts';

export const clockHz: Record<MediaKind, number> = { audio: 48_000, video: 90_000 };

/** One stream (SSRC) as it comes from the browser: what arrived, what is missing, what can be sent again. */
export class PublishedStream {
  readonly history: PacketHistory | null;
  private readonly sequences = new ReceivedSequences();
  private readonly losses = new Losses();
  private readonly reception: Reception;

  /** Where its timestamps stand on the publisher's clock, as last told. */
  lastReport: SenderReport | null = null;
  readonly kind: MediaKind;
  readonly ssrc: number;

  constructor(kind: MediaKind, ssrc: number) {
    this.kind = kind;
    this.ssrc = ssrc;
    this.history = kind === 'video' ? new PacketHistory(limits.historyPackets) : null;
    this.reception = new Reception(ssrc, clockHz[kind]);
  }

  /** Notes a packet; false for one that came before. */
  accept(header: RtpHeader, nowMs: number): boolean {
    const noted = this.sequences.note(header.sequence);
    if (noted.kind === 'duplicate') return false;
    if (noted.kind === 'ahead') {
      this.reception.packet(header.timestamp, nowMs);
      if (this.kind === 'video') this.losses.lost(noted.lost, nowMs);
    } else {
      this.losses.found(this.extended(header.sequence));
    }
    return true;
  }

  /** A request for what is missing, if it is time for one; `abandoned` when some of it will not come any more. */
  nack(nowMs: number): { packet: Buffer | null; abandoned: boolean } {
    if (this.losses.size === 0) return { packet: null, abandoned: false };
    const { ask, abandoned } = this.losses.due(this.sequences.highest, nowMs);
    return {
      packet:
        ask.length > 0
          ? writeNack(
              this.ssrc,
              ask.map((each) => each & 0xffff),
            )
          : null,
      abandoned,
    };
  }

  senderReport(report: SenderReport, nowMs: number): void {
    this.lastReport = report;
    this.reception.senderReport(report, nowMs);
  }

  report(nowMs: number): ReportBlock | null {
    if (this.sequences.highest < 0) return null;
    return this.reception.block(this.sequences.totals(), this.sequences.highest, nowMs);
  }

  private extended(sequence: number): number {
    const step = ((sequence - this.sequences.highest) << 16) >> 16;
    return this.sequences.highest + step;
  }
}
