import type { OfferedTrack, Source } from '../../protocol/index.ts';
import { answerMedia } from './answer.ts';
import { limits } from './limits.ts';
import { type Line, Lines, noExtension } from './lines.ts';
import { Liveness } from './liveness.ts';
import { checkOffer } from './offer-check.ts';
import { Publication } from './publication.ts';
import { sendingLimitBps } from './rates.ts';
import { readRtcp } from './rtcp/blocks.ts';
import { writePli } from './rtcp/pli.ts';
import { writeRemb } from './rtcp/remb.ts';
import { type ReportBlock, readSenderReport, writeReceiverReport } from './rtcp/report.ts';
import { ArrivalLog } from './rtcp/transport-feedback.ts';
import { type Extension, extensionUris, readAudioLevel, readTransportSequence } from './rtp/extensions.ts';
import { isRtcp, type RtpHeader, readRtpHeader } from './rtp/header.ts';
import { unwrapRtx } from './rtp/rtx.ts';
import { readSdp } from './sdp/read.ts';
import type { Session, SessionMedia } from './sdp/session.ts';
import { writeSdp } from './sdp/write.ts';
import type { Site } from './site.ts';
import { Transport } from './transport.ts';

export interface PublisherEvents {
  onPublished(publication: Publication): void;
  onUnpublished(publication: Publication): void;
  /** The volume of a packet of this person's microphone in -dBov. */
  onLevel(level: number): void;
  onFailed(): void;
  onGone(): void;
}

/** All that one browser sends: one transport, the offers about it, and the streams on it. */
export class Publisher {
  private readonly transport: Transport;
  private readonly liveness: Liveness;
  private readonly arrivals = new ArrivalLog();
  private readonly lines = new Lines();
  private before: Session | null = null;
  private version = 0;

  private readonly person: string;
  private readonly grants: readonly Source[];
  private readonly site: Site;
  private readonly events: PublisherEvents;

  constructor(person: string, grants: readonly Source[], site: Site, events: PublisherEvents) {
    this.person = person;
    this.grants = grants;
    this.site = site;
    this.events = events;
    this.liveness = new Liveness(() => this.lines.all.length > 0);
    this.transport = new Transport(`publish ${person}`, site, {
      onPacket: (packet) => this.packet(packet),
      onOpen: () => this.liveness.opened(site.now()),
      onFailed: () => events.onFailed(),
      onGone: () => events.onGone(),
    });
  }

  /**
   * Takes an offer, the first or a later one, and gives the answer.
   * Throws MediaRefused or SdpUnreadable, and then nothing has changed.
   */
  publish(sdp: string, tracks: readonly OfferedTrack[]): string {
    const offer = readSdp(sdp, limits.offeredMedia);
    checkOffer(offer, this.before, tracks, this.grants);
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
    for (const line of this.lines.all) this.unpublish(line);
    this.transport.close();
  }

  /** Every 20 ms: asks for what is lost. */
  tick(nowMs: number): void {
    for (const { stream, publication } of this.lines.all) {
      publication.tick(nowMs);
      const { packet, abandoned } = stream?.nack(nowMs) ?? { packet: null, abandoned: false };
      if (packet) this.transport.send(packet);
      if (abandoned) publication.requestKeyFrame(nowMs);
    }
  }

  /** Every 100 ms: tells the browser what arrived when, for its congestion control. */
  tellArrivals(): void {
    const [ssrc] = this.lines.ssrcs;
    const packet = ssrc === undefined ? null : this.arrivals.report(ssrc);
    if (packet) this.transport.send(packet);
  }

  /** Every second: reports on reception, and looks whether the browser is still there. `cameras` are on in the room. */
  report(nowMs: number, cameras: number): void {
    const blocks = this.lines.all.flatMap(({ stream }): ReportBlock[] => {
      const block = stream?.report(nowMs);
      return block ? [block] : [];
    });
    if (blocks.length > 0) this.transport.send(writeReceiverReport(blocks));
    this.limit(cameras);
    if (this.liveness.isDead(nowMs)) this.events.onFailed();
  }

  private limit(cameras: number): void {
    const publications = this.lines.all.map(({ publication }) => publication);
    if (!publications.some(({ kind }) => kind === 'video')) return;
    const sources = publications.map(({ source }) => source);
    this.transport.send(writeRemb(sendingLimitBps(sources, cameras), this.lines.ssrcs));
  }

  private apply(offer: Session, tracks: readonly OfferedTrack[]): void {
    for (const line of this.lines.all) {
      const { mid } = line.media;
      const kept = tracks.some((track) => track.mid === mid && track.source === line.publication.source);
      if (!kept) this.unpublish(line);
    }
    for (const { mid, source } of tracks) {
      const media = offer.media.find((each) => each.mid === mid);
      const line = this.lines.get(mid);
      if (media && line) line.media = media;
      else if (media) this.publishLine(media, source);
    }
  }

  private publishLine(media: SessionMedia, source: Source): void {
    const publication = new Publication(this.person, source, () => {
      if (line.stream) this.transport.send(writePli(line.stream.ssrc));
    });
    const line: Line = { media, publication, stream: null };
    this.lines.add(line);
    this.events.onPublished(publication);
  }

  private unpublish(line: Line): void {
    this.lines.remove(line);
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
    const bound = header && this.lines.find(packet, header);
    if (!header || !bound) return;
    const { media, stream, publication } = bound.line;
    const transportSequence = readTransportSequence(packet, header, extension(media, 'transportSequence'));
    if (transportSequence !== null) this.arrivals.add(transportSequence, nowMs);
    if (!stream || media.payloadType === null) return;

    const { payloadType } = media;
    const original = bound.retransmits
      ? unwrapRtx(packet, header, { ssrc: stream.ssrc, payloadType })
      : header;
    if (original?.payloadType !== payloadType || !stream.accept(original, nowMs)) return;
    publication.forward(stream, packet, original, this.level(packet, original, bound.line), nowMs);
  }

  private level(packet: Buffer, header: RtpHeader, { media, publication }: Line): number {
    if (publication.kind !== 'audio') return silence;
    const level = readAudioLevel(packet, header, extension(media, 'audioLevel')) ?? silence;
    if (publication.source === 'mic') this.events.onLevel(level);
    return level;
  }

  private rtcp(packet: Buffer, nowMs: number): void {
    for (const block of readRtcp(packet)) {
      const report = readSenderReport(block);
      const found = report && this.lines.streamOf(report.ssrc);
      if (!found) continue;
      found.stream.senderReport(report, nowMs);
      found.line.publication.senderReport(found.stream, report);
    }
  }
}

const silence = 127;

function extension(media: SessionMedia, name: Extension): number {
  return media.extensions.get(extensionUris[name]) ?? noExtension;
}
