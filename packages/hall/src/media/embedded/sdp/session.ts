export type MediaKind = 'audio' | 'video';
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** What both sides must know of each other's ICE and DTLS. */
export interface TransportDescription {
  ufrag: string;
  pwd: string;
  /** Hash name, a space, the hash: `sha-256 AB:CD:...`. */
  fingerprint: string;
  setup: 'actpass' | 'active' | 'passive';
}

/** One m-line of a browser's description, as far as the engine cares. */
export interface SessionMedia {
  kind: MediaKind | 'other';
  mid: string;
  /** Port 0 and not merely bundle-only: the m-line is out of use. */
  rejected: boolean;
  direction: Direction;
  /** All that are listed, the preferred first. */
  payloadTypes: number[];
  /** Of Opus or VP8; null when the browser offers neither. */
  payloadType: number | null;
  rtxPayloadType: number | null;
  /** Kinds of feedback offered for that codec, as in `a=rtcp-fb`. */
  feedback: string[];
  /** Header extensions: number by URI. */
  extensions: Map<string, number>;
  ssrc: number | null;
  rtxSsrc: number | null;
}

export interface Session extends TransportDescription {
  media: SessionMedia[];
}
