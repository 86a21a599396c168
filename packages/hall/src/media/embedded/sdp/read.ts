import { limits } from '../limits.ts';
import type { Direction, MediaKind, Session, SessionMedia } from './session.ts';

/** Why a description cannot be used, in a sentence for a log. */
export class SdpUnreadable extends Error {
  override name = 'SdpUnreadable';
}

/**
 * Reads what the engine needs of a browser's description (RFC 8866, RFC 8829). Throws SdpUnreadable, and nothing else,
 * for text that no browser would send: every value that goes on to native code is checked here.
 */
export function readSdp(text: string, maxMedia: number): Session {
  if (text.length > limits.sdpChars) throw new SdpUnreadable('the description is too long');
  const lines = text.split(/\r\n|\n/);
  if (lines.length > limits.sdpLines) throw new SdpUnreadable('the description has too many lines');
  if (!lines[0]?.startsWith('v=0')) throw new SdpUnreadable('the description does not begin with v=0');

  const parts = splitAtMedia(lines);
  const head = parts.shift() ?? [];
  if (parts.length === 0) throw new SdpUnreadable('there is no media in the description');
  if (parts.length > maxMedia) throw new SdpUnreadable('there are too many m-lines');
  const bundled = (attribute(head, 'group:BUNDLE ') ?? '').split(' ');
  const media = parts.map((part) => readMedia(part, bundled));
  const mids = media.map(({ mid }) => mid);
  if (new Set(mids).size !== mids.length) throw new SdpUnreadable('two m-lines have the same mid');
  return { ...readTransport([...head, ...bundledLines(parts, media)]), media };
}

function splitAtMedia(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** The lines of the m-lines that are in use: a rejected one may lack what the transport needs. */
function bundledLines(parts: readonly string[][], media: readonly SessionMedia[]): string[] {
  return parts.filter((_, index) => media[index]?.rejected === false).flat();
}

function attribute(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((each) => each.startsWith(`a=${name}`));
  return line?.slice(2 + name.length).trim();
}

function readTransport(lines: readonly string[]): Omit<Session, 'media'> {
  const ufrag = attribute(lines, 'ice-ufrag:') ?? '';
  const pwd = attribute(lines, 'ice-pwd:') ?? '';
  const fingerprint = attribute(lines, 'fingerprint:') ?? '';
  const setup = attribute(lines, 'setup:') ?? '';
  if (!/^[A-Za-z0-9+/]{4,256}$/.test(ufrag)) throw new SdpUnreadable('ice-ufrag is missing or malformed');
  if (!/^[A-Za-z0-9+/]{22,256}$/.test(pwd)) throw new SdpUnreadable('ice-pwd is missing or malformed');
  if (!/^sha-256 [0-9A-F]{2}(:[0-9A-F]{2}){31}$/i.test(fingerprint)) {
    throw new SdpUnreadable('a sha-256 fingerprint is missing');
  }
  if (setup !== 'actpass' && setup !== 'active' && setup !== 'passive') {
    throw new SdpUnreadable('setup is missing or malformed');
  }
  return { ufrag, pwd, fingerprint, setup };
}

function readMedia(lines: readonly string[], bundled: readonly string[]): SessionMedia {
  const [kind, port, , ...formats] = (lines[0] ?? '').slice(2).split(' ');
  const mid = attribute(lines, 'mid:') ?? '';
  if (!/^[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,16}$/.test(mid))
    throw new SdpUnreadable('a mid is missing or malformed');
  const rejected = port === '0' && !lines.includes('a=bundle-only');
  if (!rejected && !bundled.includes(mid)) throw new SdpUnreadable('not all m-lines are bundled');
  const payloadTypes = formats
    .map(Number)
    .filter((type) => Number.isInteger(type) && type >= 0 && type <= 127);
  return {
    kind: kind === 'audio' || kind === 'video' ? (kind satisfies MediaKind) : 'other',
    mid,
    rejected,
    direction: readDirection(lines),
    payloadTypes,
    ...readCodecs(lines, payloadTypes),
    extensions: readExtensions(lines),
    ...readSsrcs(lines),
  };
}

function readDirection(lines: readonly string[]): Direction {
  const directions: readonly Direction[] = ['sendonly', 'recvonly', 'inactive'];
  return directions.find((direction) => lines.includes(`a=${direction}`)) ?? 'sendrecv';
}

/** Opus or VP8, the retransmission that goes with it and the feedback that it may have. */
function readCodecs(
  lines: readonly string[],
  payloadTypes: readonly number[],
): Pick<SessionMedia, 'payloadType' | 'rtxPayloadType' | 'feedback'> {
  const maps = lines.flatMap((line) => {
    const [, type, name] = /^a=rtpmap:(\d+) (opus\/48000\/2|VP8\/90000|rtx\/90000)\s*$/i.exec(line) ?? [];
    return type && name ? [{ type: Number(type), name: name.toLowerCase() }] : [];
  });
  const offered = maps.filter(({ type }) => payloadTypes.includes(type));
  const payloadType = offered.find(({ name }) => !name.startsWith('rtx'))?.type ?? null;
  const rtx = offered.find(
    ({ type, name }) => name.startsWith('rtx') && repairs(lines, type) === payloadType,
  );
  const prefix = `a=rtcp-fb:${payloadType} `;
  const feedback = lines
    .filter((line) => line.startsWith(prefix))
    .map((line) => line.slice(prefix.length).trim());
  return { payloadType, rtxPayloadType: rtx?.type ?? null, feedback };
}

/** The payload type whose packets this one sends again (RFC 4588, section 8.1). */
function repairs(lines: readonly string[], type: number): number | null {
  const prefix = `a=fmtp:${type} `;
  const parameters = lines.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? '';
  const [, repaired] = /(?:^|[;\s])apt=(\d+)/.exec(parameters) ?? [];
  return repaired ? Number(repaired) : null;
}

function readExtensions(lines: readonly string[]): Map<string, number> {
  const extensions = new Map<string, number>();
  for (const line of lines) {
    const [, id, uri] = /^a=extmap:(\d{1,3})(?:\/\w+)? (\S+)/.exec(line) ?? [];
    if (id && uri && Number(id) >= 1 && Number(id) <= 255) extensions.set(uri, Number(id));
  }
  return extensions;
}

/** The stream's SSRC and that of its retransmissions, when the browser says them beforehand. */
function readSsrcs(lines: readonly string[]): { ssrc: number | null; rtxSsrc: number | null } {
  for (const line of lines) {
    const [, ssrc, rtxSsrc] = /^a=ssrc-group:FID (\d{1,10}) (\d{1,10})\s*$/.exec(line) ?? [];
    if (ssrc && rtxSsrc) return { ssrc: toSsrc(ssrc), rtxSsrc: toSsrc(rtxSsrc) };
  }
  const [, only] = /^a=ssrc:(\d{1,10}) /.exec(lines.find((line) => line.startsWith('a=ssrc:')) ?? '') ?? [];
  return { ssrc: only ? toSsrc(only) : null, rtxSsrc: null };
}

function toSsrc(text: string): number | null {
  const ssrc = Number(text);
  return ssrc > 0 && ssrc <= 0xffffffff ? ssrc : null;
}
