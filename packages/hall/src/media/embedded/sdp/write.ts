import type { Direction, MediaKind, TransportDescription } from './session.ts';

/** The part of an m-line that says how one codec travels. */
interface WrittenCodec {
  payloadType: number;
  rtxPayloadType: number | null;
  parameters: string | null;
  /** Which feedback is understood, as in `a=rtcp-fb`. */
  feedback: readonly string[];
}

export interface WrittenMedia {
  kind: MediaKind | 'other';
  mid: string;
  /** Null refuses the m-line (port 0). */
  direction: Direction | null;
  codec: WrittenCodec | null;
  extensions: readonly { id: number; uri: string }[];
  maxKbps: number | null;
  /** What is sent here: the browser groups tracks of one `stream` and keeps their lips in time. */
  sent: { ssrc: number; rtxSsrc: number | null; stream: string; track: string } | null;
}

export interface WrittenSession {
  version: number;
  /** The other side conducts ICE, whoever offers: so a server on a known address has it. */
  lite: boolean;
  transport: TransportDescription;
  /** ICE candidates without `a=`. */
  candidates: readonly string[];
  media: readonly WrittenMedia[];
}

/** Writes a description for a browser (RFC 8829, section 5). All m-lines share one transport. */
export function writeSdp(session: WrittenSession): string {
  const mids = session.media.filter(({ direction }) => direction !== null).map(({ mid }) => mid);
  const lines = [
    'v=0',
    `o=- 1 ${session.version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    ...(session.lite ? ['a=ice-lite'] : []),
    `a=group:BUNDLE ${mids.join(' ')}`,
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS *',
    ...session.media.flatMap((media) => writeMedia(media, session)),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function writeMedia(media: WrittenMedia, session: WrittenSession): string[] {
  if (media.direction === null) return refused(media);
  const { transport } = session;
  return [
    `m=${media.kind} 9 UDP/TLS/RTP/SAVPF ${payloadTypes(media.codec).join(' ')}`,
    'c=IN IP4 0.0.0.0',
    ...(media.maxKbps === null ? [] : [`b=AS:${media.maxKbps}`, `b=TIAS:${media.maxKbps * 1_000}`]),
    `a=mid:${media.mid}`,
    `a=${media.direction}`,
    'a=rtcp-mux',
    'a=rtcp-rsize',
    `a=ice-ufrag:${transport.ufrag}`,
    `a=ice-pwd:${transport.pwd}`,
    `a=fingerprint:${transport.fingerprint}`,
    `a=setup:${transport.setup}`,
    ...session.candidates.map((candidate) => `a=${candidate}`),
    'a=end-of-candidates',
    ...writeCodec(media),
    ...media.extensions.map(({ id, uri }) => `a=extmap:${id} ${uri}`),
    ...writeSent(media),
  ];
}

function refused(media: WrittenMedia): string[] {
  const form =
    media.kind === 'other'
      ? 'application 0 UDP/DTLS/SCTP webrtc-datachannel'
      : `${media.kind} 0 UDP/TLS/RTP/SAVPF 0`;
  return [`m=${form}`, 'c=IN IP4 0.0.0.0', `a=mid:${media.mid}`, 'a=inactive'];
}

function payloadTypes(codec: WrittenCodec | null): number[] {
  if (!codec) return [0];
  return codec.rtxPayloadType === null ? [codec.payloadType] : [codec.payloadType, codec.rtxPayloadType];
}

function writeCodec({ kind, codec }: WrittenMedia): string[] {
  if (!codec) return [];
  const { payloadType, rtxPayloadType, parameters, feedback } = codec;
  return [
    `a=rtpmap:${payloadType} ${kind === 'audio' ? 'opus/48000/2' : 'VP8/90000'}`,
    ...(parameters === null ? [] : [`a=fmtp:${payloadType} ${parameters}`]),
    ...feedback.map((name) => `a=rtcp-fb:${payloadType} ${name}`),
    ...(rtxPayloadType === null
      ? []
      : [`a=rtpmap:${rtxPayloadType} rtx/90000`, `a=fmtp:${rtxPayloadType} apt=${payloadType}`]),
  ];
}

function writeSent({ sent }: WrittenMedia): string[] {
  if (!sent) return [];
  const { ssrc, rtxSsrc, stream, track } = sent;
  const first = [`a=msid:${stream} ${track}`];
  if (rtxSsrc === null) return [...first, `a=ssrc:${ssrc} cname:${stream}`];
  return [
    ...first,
    `a=ssrc-group:FID ${ssrc} ${rtxSsrc}`,
    `a=ssrc:${ssrc} cname:${stream}`,
    `a=ssrc:${rtxSsrc} cname:${stream}`,
  ];
}
