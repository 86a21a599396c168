import type { ReceivedTrack } from '@koinon/hall/protocol';
import { Serial } from './serial.ts';

export interface HallOffer {
  sdp: string;
  version: number;
  tracks: ReceivedTrack[];
}

/** Tracks by the id of their publication. */
export type Tracks = ReadonlyMap<string, MediaStreamTrack>;

export interface SubscriberParts {
  createConnection(): RTCPeerConnection;
  answer(sdp: string, version: number): Promise<void>;
  onTracks(tracks: Tracks): void;
}

/**
 * What this browser receives, on one peer connection that the hall offers again whenever something is published or
 * taken back. An offer with other ICE credentials comes from a new transport and gets a new connection (the engine
 * never restarts ICE), so that an offer which crossed a renewal on its way does no harm.
 */
export class Subscriber {
  readonly #parts: SubscriberParts;
  readonly #serial = new Serial();
  #connection: RTCPeerConnection | null = null;
  #closed = false;

  constructor(parts: SubscriberParts) {
    this.#parts = parts;
  }

  get connection(): RTCPeerConnection | null {
    return this.#connection;
  }

  /** Rejects when the offer cannot be used. */
  take(offer: HallOffer): Promise<void> {
    return this.#serial.run(() => this.#answer(offer));
  }

  close(): void {
    this.#closed = true;
    this.#connection?.close();
    this.#connection = null;
  }

  async #answer(offer: HallOffer): Promise<void> {
    if (this.#closed) return;
    const connection = this.#connectionFor(offer);
    await connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    this.#parts.onTracks(tracksOf(connection, offer.tracks));
    await connection.setLocalDescription();
    const sdp = connection.localDescription?.sdp;
    if (this.#closed || sdp === undefined) return;
    await this.#parts.answer(sdp, offer.version);
  }

  #connectionFor(offer: HallOffer): RTCPeerConnection {
    const known = this.#connection?.remoteDescription?.sdp;
    if (
      this.#connection !== null &&
      (known === undefined || credentialOf(known) === credentialOf(offer.sdp))
    ) {
      return this.#connection;
    }
    this.#connection?.close();
    this.#connection = this.#parts.createConnection();
    return this.#connection;
  }
}

function tracksOf(connection: RTCPeerConnection, received: readonly ReceivedTrack[]): Tracks {
  const byMid = new Map(connection.getTransceivers().map((line) => [line.mid, line.receiver.track]));
  const tracks = new Map<string, MediaStreamTrack>();
  for (const { mid, publication } of received) {
    const track = byMid.get(mid);
    if (track !== undefined) tracks.set(publication.id, track);
  }
  return tracks;
}

function credentialOf(sdp: string): string | undefined {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];
}
