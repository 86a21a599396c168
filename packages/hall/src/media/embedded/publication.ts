import { randomUUID } from 'node:crypto';
import type { Publication as PublicationView, Source } from '../../protocol/index.ts';
import type { PublishedStream } from './published-stream.ts';
import type { SenderReport } from './rtcp/report.ts';
import type { RtpHeader } from './rtp/header.ts';
import { buildAudio, buildVideo } from './rtp/outgoing.ts';
import { startsVp8KeyFrame } from './rtp/vp8.ts';
import { kindOf, sentPayloadTypes } from './sdp/codecs.ts';
import type { MediaKind } from './sdp/session.ts';

/** Between two requests for a key frame: each costs the publisher a burst, and Chromium ignores one within 300 ms. */
const keyFramePauseMs = 350;

/** One who is sent a publication. */
export interface Receiver {
  /**
   * Takes a packet as built by rtp/outgoing.ts; sequence and timestamp are the source's own.
   * @param canStart a decoder that knows nothing yet can begin with this packet
   */
  forward(
    stream: PublishedStream,
    out: Buffer,
    sequence: number,
    timestamp: number,
    canStart: boolean,
    nowMs: number,
  ): void;
  senderReport(stream: PublishedStream, report: SenderReport): void;
}

/** A track that somebody publishes, and everybody who is sent it. */
export class Publication {
  readonly id: string = randomUUID();
  readonly receivers = new Set<Receiver>();
  readonly kind: MediaKind;
  readonly person: string;
  readonly source: Source;

  private readonly askPublisher: () => void;
  private keyFrameAskedMs = Number.NEGATIVE_INFINITY;
  private keyFrameWanted = false;

  /** @param askPublisher asks the browser for a key frame */
  constructor(person: string, source: Source, askPublisher: () => void) {
    this.person = person;
    this.source = source;
    this.kind = kindOf[source];
    this.askPublisher = askPublisher;
  }

  get view(): PublicationView {
    return { id: this.id, person: this.person, source: this.source };
  }

  /** Sends a packet on to all subscribers; `level` is its volume in -dBov, for audio. */
  forward(stream: PublishedStream, packet: Buffer, header: RtpHeader, level: number, nowMs: number): void {
    const video = this.kind === 'video';
    const out = video
      ? buildVideo(packet, header, sentPayloadTypes.vp8)
      : buildAudio(packet, header, sentPayloadTypes.opus, level);
    const { sequence, timestamp } = header;
    stream.history?.put({ packet: out, sequence, timestamp });
    const canStart = !video || startsVp8KeyFrame(packet, header.payloadStart, header.payloadEnd);
    for (const receiver of this.receivers) {
      receiver.forward(stream, out, sequence, timestamp, canStart, nowMs);
    }
  }

  senderReport(stream: PublishedStream, report: SenderReport): void {
    for (const receiver of this.receivers) receiver.senderReport(stream, report);
  }

  /** A subscriber cannot go on without a key frame. Requests in quick succession become one. */
  requestKeyFrame(nowMs: number): void {
    if (this.kind !== 'video') return;
    this.keyFrameWanted = true;
    this.tick(nowMs);
  }

  tick(nowMs: number): void {
    if (!this.keyFrameWanted || nowMs - this.keyFrameAskedMs < keyFramePauseMs) return;
    this.keyFrameWanted = false;
    this.keyFrameAskedMs = nowMs;
    this.askPublisher();
  }
}
