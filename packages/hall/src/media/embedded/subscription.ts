import { randomInt } from 'node:crypto';
import type { Publication, Receiver } from './publication.ts';
import { clockHz, type PublishedStream } from './published-stream.ts';
import { type SenderReport, writeSenderReport } from './rtcp/report.ts';
import { address, stampSendTime, stampTransportSequence, videoPayloadAt } from './rtp/outgoing.ts';
import { wrapRtx } from './rtp/rtx.ts';
import { Continuity } from './rtp/sequence.ts';
import { sentPayloadTypes } from './sdp/codecs.ts';

/** Where a subscription's packets go: the subscriber's transport. */
export interface Outlet {
  send(packet: Buffer): void;
  /** Numbers the packets of the whole transport, over all its streams. */
  nextTransportSequence(): number;
}

/** One publication on its way to one subscriber: a stream of its own that never breaks, whatever the source does. */
export class Subscription implements Receiver {
  readonly ssrc = randomSsrc();
  readonly rtxSsrc: number | null;
  readonly publication: Publication;

  /** False until the browser has answered the offer that names this stream: before, it would not know it. */
  active = false;
  private source: PublishedStream | null = null;
  private readonly continuity = new Continuity();
  private readonly outlet: Outlet;
  private rtxSequence = randomInt(0x8000);
  private packets = 0;
  private octets = 0;

  constructor(publication: Publication, outlet: Outlet) {
    this.publication = publication;
    this.outlet = outlet;
    this.rtxSsrc = publication.kind === 'video' ? randomSsrc() : null;
  }

  forward(
    stream: PublishedStream,
    out: Buffer,
    sequence: number,
    timestamp: number,
    canStart: boolean,
    nowMs: number,
  ): void {
    if (!this.active) return;
    if (this.source !== stream) {
      if (!canStart) {
        this.publication.requestKeyFrame(nowMs);
        return;
      }
      this.continuity.splice(sequence, timestamp, nowMs, clockHz[stream.kind]);
      this.source = stream;
      if (stream.lastReport) this.senderReport(stream, stream.lastReport);
    }
    const own = {
      sequence: this.continuity.sequence(sequence),
      timestamp: this.continuity.timestamp(timestamp),
    };
    this.continuity.sent(own.sequence, own.timestamp, nowMs);
    address(out, own.sequence, own.timestamp, this.ssrc);
    stampSendTime(out, nowMs);
    if (stream.kind === 'audio') stampTransportSequence(out, this.outlet.nextTransportSequence());
    this.packets++;
    this.octets += out.length;
    this.outlet.send(out);
  }

  /** Sends a packet again that the subscriber misses, if it is still there. */
  retransmit(sequence: number, nowMs: number): void {
    if (this.rtxSsrc === null || !this.active) return;
    const sent = this.source?.history?.get(this.continuity.sourceSequence(sequence));
    if (!sent) return;
    const packet = wrapRtx(sent.packet, videoPayloadAt, {
      ssrc: this.rtxSsrc,
      payloadType: sentPayloadTypes.rtx,
      sequence: this.rtxSequence++,
      originalSequence: sequence,
      timestamp: this.continuity.timestamp(sent.timestamp),
    });
    stampSendTime(packet, nowMs);
    this.outlet.send(packet);
  }

  /** The publisher's clock, told in this stream's timestamps: what keeps sound and picture together. */
  senderReport(stream: PublishedStream, report: SenderReport): void {
    if (!this.active || this.source !== stream) return;
    const rtpTimestamp = this.continuity.timestamp(report.rtpTimestamp);
    const { ssrc, packets, octets } = this;
    this.outlet.send(writeSenderReport({ ...report, ssrc, rtpTimestamp, packets, octets }));
  }
}

function randomSsrc(): number {
  return randomInt(2, 0xffffffff); // 1 is the engine's own
}
