import type { OfferedTrack, Source } from '../../protocol/index.ts';
import { MediaRefused } from '../engine.ts';
import { limits } from './limits.ts';
import { Liveness } from './liveness.ts';
import { Publication } from './publication.ts';
import { answerMedia, refusal } from './published-media.ts';
import { PublishedStream } from './published-stream.ts';
import { sendingLimitBps } from './rates.ts';
import { readRtcp } from './rtcp/blocks.ts';
import { writePli } from './rtcp/pli.ts';
import { writeRemb } from './rtcp/remb.ts';
import { type ReportBlock, readSenderReport, writeReceiverReport } from './rtcp/report.ts';
import { ArrivalLog } from './rtcp/transport-feedback.ts';
import { extensionUris, readAudioLevel, readMid, readTransportSequence } from './rtp/extensions.ts';
import { isRtcp, type RtpHeader, readRtpHeader } from './rtp/header.ts';
import { unwrapRtx } from './rtp/rtx.ts';
import { readSdp } from './sdp/read.ts';
import type { Session, SessionMedia } from './sdp/session.ts';
import { writeSdp } from './sdp/write.ts';
import type { Site } from './site.ts';
import { Transport } from './transport.ts';

/** A number that no header extension has. */
const noExtension = -1;

/** One m-line from which a track is taken. */
interface Line {
  media: SessionMedia;
  publication: Publication;
  stream: PublishedStream | null;
}

export interface PublisherEvents {
  onPublished(publication: Publication): void;
  onUnpublished(publication: Publication): void;
  /** The volume of a packet of this person's microphone in -dBov. */
  onLevel(level: number): void;
  onFailed(): void;
}

/** All that one browser sends: one transport, the offers about it, and the streams on it. */
export class Publisher {
  private readonly transport: Transport;
  private readonly liveness: Liveness;
  private readonly arrivals = new ArrivalLog();
  private readonly lines = new Map<string, Line>();
  private readonly bySsrc = new Map<number, { line: Line; retransmits: boolean }>();
  private before: Session | null = null;
  private version = 0;
  private midExtension = noExtension;

  private readonly person: string;
  private readonly grants: readonly Source[];
  private readonly site: Site;
  private readonly events: PublisherEvents;

  constructor(person: string, grants: readonly Source[], site: Site, events: PublisherEvents) {
    this.person = person;
    this.grants = grants;
    this.site = site;
    this.events = events;
    this.liveness = new Liveness(() => this.lines.size > 0);
    this.transport = new Transport(`publish ${person}`, site, {
      onPacket: (packet) => this.packet(packet),
      onOpen: () => this.liveness.opened(site.now()),
      onFailed: () => events.onFailed(),
    });
  }

  get publications(): Publication[] {
    return [...this.lines.values()].map(({ publication }) => publication);
  }

  /**
   * Takes an offer, the first or a later one, and gives the answer.
   * Throws MediaRefused (or SdpUnreadable), and then nothing has changed.
   */
  publish(sdp: string, tracks: readonly OfferedTrack[]): string {
    const offer = readSdp(sdp, limits.offeredMedia);
    this.check(offer, tracks);
    const nowMs = this.site.now();
    if (!this.before) {
      this.transport.connect({ ...offer, setup: 'active' }); // it offers either role; we answer `passive`
      this.liveness.connecting(nowMs);
    }
    this.before = offer;
    this.apply(offer, tracks);
    this.liveness.expectAnew(nowMs);
    return writeSdp({
      version: ++this.version,
      lite: true,
      transport: { ...this.transport.local, setup: 'passive' },
      candidates: this.site.candidates(),
      media: offer.media.map((media) =>
        answerMedia(media, this.lines.get(media.mid)?.publication.source ?? null),
      ),
    });
  }

  close(): void {
    for (const line of [...this.lines.values()]) this.unpublish(line);
    this.transport.close();
  }

  /** Every 20 ms: asks for what is lost. */
  tick(nowMs: number): void {
    for (const { stream, publication } of this.lines.values()) {
      publication.tick(nowMs);
      const { packet, abandoned } = stream?.nack(nowMs) ?? { packet: null, abandoned: false };
      if (packet) this.transport.send(packet);
      if (abandoned) publication.requestKeyFrame(nowMs);
    }
  }

  /** Every 100 ms: tells the browser what arrived when, for its congestion control. */
  tellArrivals(): void {
    const [ssrc] = this.bySsrc.keys();
    const packet = ssrc === undefined ? null : this.arrivals.report(ssrc);
    if (packet) this.transport.send(packet);
  }

  /** Every second: reports on reception, and looks whether the browser is still there. `cameras` are on in the room. */
  report(nowMs: number, cameras: number): void {
    const blocks = [...this.lines.values()].flatMap(({ stream }): ReportBlock[] => {
      const block = stream?.report(nowMs);
      return block ? [block] : [];
    });
    if (blocks.length > 0) this.transport.send(writeReceiverReport(blocks));
    this.limit(cameras);
    if (this.liveness.isDead(nowMs)) this.events.onFailed();
  }

  private limit(cameras: number): void {
    const publications = this.publications.filter(({ kind }) => kind === 'video');
    if (publications.length === 0) return;
    const sources = this.publications.map(({ source }) => source);
    this.transport.send(writeRemb(sendingLimitBps(sources, cameras), [...this.bySsrc.keys()]));
  }

  private check(offer: Session, tracks: readonly OfferedTrack[]): void {
    const { before } = this;
    if (before) {
      const same =
        before.ufrag === offer.ufrag && before.pwd === offer.pwd && before.fingerprint === offer.fingerprint;
      if (!same) throw new MediaRefused('the transport cannot be restarted: renew');
      const kept = before.media.every(
        (media, index) => media.rejected || media.mid === offer.media[index]?.mid,
      );
      if (!kept) throw new MediaRefused('m-lines of the offer before are missing');
    }
    const sources = new Set<Source>();
    const mids = new Set<string>();
    for (const { mid, source } of tracks) {
      if (!this.grants.includes(source)) throw new MediaRefused(`${source} may not be published`);
      if (sources.has(source) || mids.has(mid))
        throw new MediaRefused('a source or an m-line is named twice');
      const reason = refusal(
        offer.media.find((media) => media.mid === mid),
        source,
      );
      if (reason) throw new MediaRefused(reason);
      sources.add(source);
      mids.add(mid);
    }
  }

  private apply(offer: Session, tracks: readonly OfferedTrack[]): void {
    for (const [mid, line] of [...this.lines]) {
      const kept = tracks.some((track) => track.mid === mid && track.source === line.publication.source);
      if (!kept) this.unpublish(line);
    }
    for (const { mid, source } of tracks) {
      const media = offer.media.find((each) => each.mid === mid);
      if (!media) continue;
      const line = this.lines.get(mid);
      if (line) line.media = media;
      else this.publishLine(media, source);
    }
  }

  private publishLine(media: SessionMedia, source: Source): void {
    this.midExtension = media.extensions.get(extensionUris.mid) ?? this.midExtension;
    const publication = new Publication(this.person, source, () => {
      if (line.stream) this.transport.send(writePli(line.stream.ssrc));
    });
    const line: Line = { media, publication, stream: null };
    this.lines.set(media.mid, line);
    if (media.ssrc !== null) this.bind(line, media.ssrc);
    if (media.rtxSsrc !== null) this.bySsrc.set(media.rtxSsrc, { line, retransmits: true });
    this.events.onPublished(publication);
  }

  private unpublish(line: Line): void {
    this.lines.delete(line.media.mid);
    for (const [ssrc, bound] of this.bySsrc) if (bound.line === line) this.bySsrc.delete(ssrc);
    this.events.onUnpublished(line.publication);
  }

  private packet(packet: Buffer): void {
    const nowMs = this.site.now();
    this.liveness.heard(nowMs);
    if (packet.length > limits.packetBytes) return;
    if (isRtcp(packet)) this.rtcp(packet, nowMs);
    else this.rtp(packet, nowMs);
  }

  private rtp(packet: Buffer, nowMs: number): void {
    const header = readRtpHeader(packet);
    if (!header) return;
    const bound = this.bySsrc.get(header.ssrc) ?? this.learn(packet, header);
    if (!bound) return;
    const { media, stream, publication } = bound.line;
    const transportSequence = readTransportSequence(
      packet,
      header,
      media.extensions.get(extensionUris.transportSequence) ?? noExtension,
    );
    if (transportSequence !== null) this.arrivals.add(transportSequence, nowMs);
    if (!stream || media.payloadType === null) return;

    const original = bound.retransmits
      ? unwrapRtx(packet, header, { ssrc: stream.ssrc, payloadType: media.payloadType })
      : header;
    if (!original || original.payloadType !== media.payloadType || !stream.accept(original, nowMs)) return;
    const level = this.level(packet, original, bound.line);
    publication.forward(stream, packet, original, level, nowMs);
  }

  private level(packet: Buffer, header: RtpHeader, { media, publication }: Line): number {
    if (publication.kind !== 'audio') return 127;
    const level =
      readAudioLevel(packet, header, media.extensions.get(extensionUris.audioLevel) ?? noExtension) ?? 127;
    if (publication.source === 'mic') this.events.onLevel(level);
    return level;
  }

  /** An SSRC that no description named: the packet says its m-line itself (RFC 8843, section 9.2). */
  private learn(packet: Buffer, header: RtpHeader): { line: Line; retransmits: boolean } | null {
    const line = this.lines.get(readMid(packet, header, this.midExtension) ?? '');
    if (!line) return null;
    if (header.payloadType === line.media.rtxPayloadType) {
      const bound = { line, retransmits: true };
      this.bySsrc.set(header.ssrc, bound);
      return bound;
    }
    return header.payloadType === line.media.payloadType ? this.bind(line, header.ssrc) : null;
  }

  private bind(line: Line, ssrc: number): { line: Line; retransmits: boolean } {
    if (line.stream) this.bySsrc.delete(line.stream.ssrc);
    line.stream = new PublishedStream(line.publication.kind, ssrc);
    const bound = { line, retransmits: false };
    this.bySsrc.set(ssrc, bound);
    return bound;
  }

  private rtcp(packet: Buffer, nowMs: number): void {
    for (const block of readRtcp(packet)) {
      const report = readSenderReport(block);
      const bound = report && this.bySsrc.get(report.ssrc);
      if (!bound || bound.retransmits || !bound.line.stream) continue;
      bound.line.stream.senderReport(report, nowMs);
      bound.line.publication.senderReport(bound.line.stream, report);
    }
  }
}
