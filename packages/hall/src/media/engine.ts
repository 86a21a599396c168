import type { OfferedTrack, Publication, ReceivedTrack, Source } from '../protocol/index.ts';

/**
 * The boundary between the hall and whatever carries sound and picture. Everything that crosses it is plain data,
 * because for the embedded engine it is also the boundary between two processes.
 */
export interface MediaEngine {
  /** Makes the room ready. Asking twice for the same id gives the same room. Rejects with EngineLost while restarting. */
  createRoom(id: string): Promise<MediaRoom>;
  health(): EngineHealth;
  /** Called when the engine died (every room and peer is void) and again when it can be used. */
  onState(listener: (state: 'lost' | 'ready') => void): void;
  close(): Promise<void>;
}

export interface EngineHealth {
  ready: boolean;
  pid: number | null;
  restarts: number;
  rooms: number;
  peers: number;
}

export interface MediaRoom {
  readonly id: string;
  /** The same peer id again takes the place of the one before. */
  join(peerId: string, grants: Grants, events: PeerEvents): Promise<MediaPeer>;
  /** Loudest first; called when the set changes, at most four times a second. */
  onSpeakers(listener: (peerIds: string[]) => void): void;
  onPublications(listener: (all: Publication[]) => void): void;
  close(): Promise<void>;
}

/** What a peer may publish. */
export type Grants = ReadonlySet<Source> | readonly Source[];

/** What happens to a peer; told only after its `join` has resolved. */
export interface PeerEvents {
  /** A new offer of all that this peer receives; the next one comes only after this one is answered. */
  onOffer(sdp: string, version: number, tracks: ReceivedTrack[]): void;
  /** The transport failed or was silent for too long: the browser should renew. */
  onFailed(): void;
}

export interface MediaPeer {
  /** Takes the browser's offer, the first or a later one, and gives the answer. Errors: MediaRefused, EngineLost. */
  publish(offerSdp: string, tracks: readonly OfferedTrack[]): Promise<string>;
  accept(answerSdp: string, version: number): Promise<void>;
  /** New transports in place of both old ones; what is published is published again by the browser. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

/** The offer or answer cannot be used; the peer is as it was. */
export class MediaRefused extends Error {
  override name = 'MediaRefused';
}

/** The engine is restarting; everything made with it before is void. */
export class EngineLost extends Error {
  override name = 'EngineLost';
}
