import type { OfferedTrack, ReceivedTrack, Source } from '../../protocol/index.ts';
import { extensionUris } from '../embedded/rtp/extensions.ts';
import { isRtcp, type RtpHeader, readRtpHeader } from '../embedded/rtp/header.ts';
import { kindOf } from '../embedded/sdp/codecs.ts';
import { readSdp } from '../embedded/sdp/read.ts';
import type { Session } from '../embedded/sdp/session.ts';
import { type WrittenMedia, writeSdp } from '../embedded/sdp/write.ts';
import { ClientTransport } from './client-transport.ts';
import { until } from './until.ts';

/** The stand-in's own numbers, unlike those of the hall so that none passes unchanged by luck. */
export const offered = {
  opus: 109,
  vp8: 100,
  rtx: 101,
  audioLevel: 5,
  mid: 6,
  transportSequence: 7,
} as const;

export interface Heard {
  header: RtpHeader;
  packet: Buffer;
}

interface Sending {
  mid: string;
  source: Source;
  ssrc: number;
  live: boolean;
}

/**
 * A browser's two connections without a browser: real ICE, DTLS and SRTP, and packets made by the test.
 * It offers and answers as `hall-web` does.
 */
export class StandIn {
  readonly rtp: Heard[] = [];
  /** What the hall says back about what is published. */
  readonly feedback: Buffer[] = [];
  /** RTCP about what is received: the senders' reports. */
  readonly reports: Buffer[] = [];
  tracks: ReceivedTrack[] = [];
  offer: Session | null = null;

  private readonly sending: Sending[] = [];
  private publishing: ClientTransport | null = null;
  private subscribing: ClientTransport | null = null;
  private version = 0;

  /** An offer of exactly these sources; m-lines of earlier ones stay, inactive. */
  offerOf(...sources: Source[]): { sdp: string; tracks: OfferedTrack[] } {
    this.publishing ??= new ClientTransport((packet) => this.feedback.push(packet));
    for (const line of this.sending) line.live = sources.includes(line.source);
    for (const source of sources) {
      if (this.sending.some((line) => line.source === source)) continue;
      const index = this.sending.length;
      this.sending.push({ mid: `m${index}`, source, ssrc: 7_000 + index * 2, live: true });
    }
    const sdp = writeSdp({
      version: ++this.version,
      lite: false,
      transport: { ...this.publishing.local, setup: 'actpass' },
      candidates: [],
      media: this.sending.map(written),
    });
    const tracks = this.sending.filter(({ live }) => live).map(({ mid, source }) => ({ mid, source }));
    return { sdp, tracks };
  }

  takeAnswer(sdp: string): Session {
    const answer = readSdp(sdp, 100);
    this.publishing?.connect(answer, candidatesIn(sdp));
    return answer;
  }

  /** Takes the hall's offer and gives the answer. */
  answerTo(sdp: string, tracks: ReceivedTrack[]): string {
    this.offer = readSdp(sdp, 1_000);
    this.tracks = tracks;
    this.subscribing ??= new ClientTransport((packet) => this.hear(packet));
    this.subscribing.connect(this.offer, candidatesIn(sdp));
    return writeSdp({
      version: 1,
      lite: false,
      transport: { ...this.subscribing.local, setup: 'passive' },
      candidates: [],
      media: this.offer.media.map(({ kind, mid, direction, payloadType, rtxPayloadType, feedback }) => ({
        kind,
        mid,
        direction: direction === 'inactive' ? 'inactive' : 'recvonly',
        codec: { payloadType: payloadType ?? 0, rtxPayloadType, parameters: null, feedback },
        extensions: [],
        maxKbps: null,
        sent: null,
      })),
    });
  }

  /** Resolves when both ways that are in use are open. */
  async connected(): Promise<void> {
    await until(() => this.publishing?.isOpen !== false && this.subscribing?.isOpen !== false);
  }

  ssrcOf(source: Source): number {
    return this.sending.find((line) => line.source === source)?.ssrc ?? 0;
  }

  sendPublished(packet: Buffer): void {
    this.publishing?.send(packet);
  }

  sendReceived(rtcp: Buffer): void {
    this.subscribing?.send(rtcp);
  }

  /** The m-line on which that person's source is received. */
  receivedMedia(person: string, source: Source) {
    const track = this.tracks.find(
      ({ publication }) => publication.person === person && publication.source === source,
    );
    return this.offer?.media.find(({ mid }) => mid === track?.mid) ?? null;
  }

  heardFrom(ssrc: number | null | undefined): Heard[] {
    return this.rtp.filter(({ header }) => header.ssrc === ssrc);
  }

  close(): void {
    this.publishing?.close();
    this.subscribing?.close();
  }

  private hear(packet: Buffer): void {
    const header = isRtcp(packet) ? null : readRtpHeader(packet);
    if (header) this.rtp.push({ header, packet });
    else this.reports.push(packet);
  }
}

function candidatesIn(sdp: string): string[] {
  return [...sdp.matchAll(/^a=(candidate:.*?)\r?$/gm)].flatMap(([, candidate]) => candidate ?? []);
}

function written({ mid, source, ssrc, live }: Sending): WrittenMedia {
  const kind = kindOf[source];
  const video = kind === 'video';
  return {
    kind,
    mid,
    direction: live ? 'sendonly' : 'inactive',
    codec: {
      payloadType: video ? offered.vp8 : offered.opus,
      rtxPayloadType: video ? offered.rtx : null,
      parameters: null,
      feedback: video ? ['goog-remb', 'transport-cc', 'nack', 'nack pli'] : ['transport-cc'],
    },
    extensions: [
      { id: offered.audioLevel, uri: extensionUris.audioLevel },
      { id: offered.mid, uri: extensionUris.mid },
      { id: offered.transportSequence, uri: extensionUris.transportSequence },
    ],
    maxKbps: null,
    sent: live ? { ssrc, rtxSsrc: video ? ssrc + 1 : null, stream: mid, track: mid } : null,
  };
}
