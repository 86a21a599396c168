import type { Publication } from './publication.ts';
import { PublishedStream } from './published-stream.ts';
import { extensionUris, readMid } from './rtp/extensions.ts';
import type { RtpHeader } from './rtp/header.ts';
import type { SessionMedia } from './sdp/session.ts';

/** A number that no header extension has. */
export const noExtension = -1;

/** One m-line from which a track is taken. */
export interface Line {
  media: SessionMedia;
  publication: Publication;
  stream: PublishedStream | null;
}

/** What an SSRC stands for. */
export interface Bound {
  line: Line;
  /** It carries again what was lost of the line's stream. */
  retransmits: boolean;
}

/** The m-lines of one publisher, and which packets belong to which. */
export class Lines {
  private readonly byMid = new Map<string, Line>();
  private readonly bySsrc = new Map<number, Bound>();
  private midExtension = noExtension;

  get all(): Line[] {
    return [...this.byMid.values()];
  }

  get ssrcs(): number[] {
    return [...this.bySsrc.keys()];
  }

  get(mid: string): Line | undefined {
    return this.byMid.get(mid);
  }

  add(line: Line): void {
    const { media } = line;
    this.midExtension = media.extensions.get(extensionUris.mid) ?? this.midExtension;
    this.byMid.set(media.mid, line);
    if (media.ssrc !== null) this.bind(line, media.ssrc);
    if (media.rtxSsrc !== null) this.bySsrc.set(media.rtxSsrc, { line, retransmits: true });
  }

  remove(line: Line): void {
    this.byMid.delete(line.media.mid);
    for (const [ssrc, bound] of this.bySsrc) if (bound.line === line) this.bySsrc.delete(ssrc);
  }

  /** The stream that reports go to, which are never about retransmissions. */
  streamOf(ssrc: number): { line: Line; stream: PublishedStream } | null {
    const bound = this.bySsrc.get(ssrc);
    if (!bound || bound.retransmits || !bound.line.stream) return null;
    return { line: bound.line, stream: bound.line.stream };
  }

  /** Where a packet belongs. An SSRC that no description named says its m-line itself (RFC 8843, section 9.2). */
  find(packet: Buffer, header: RtpHeader): Bound | null {
    const bound = this.bySsrc.get(header.ssrc);
    if (bound) return bound;
    const line = this.byMid.get(readMid(packet, header, this.midExtension) ?? '');
    if (!line) return null;
    if (header.payloadType === line.media.payloadType) return this.bind(line, header.ssrc);
    if (header.payloadType !== line.media.rtxPayloadType) return null;
    const retransmissions = { line, retransmits: true };
    this.bySsrc.set(header.ssrc, retransmissions);
    return retransmissions;
  }

  private bind(line: Line, ssrc: number): Bound {
    if (line.stream) this.bySsrc.delete(line.stream.ssrc);
    line.stream = new PublishedStream(line.publication.kind, ssrc);
    const bound = { line, retransmits: false };
    this.bySsrc.set(ssrc, bound);
    return bound;
  }
}
