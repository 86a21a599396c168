import type { OfferedTrack, Source } from '@koinon/hall/protocol';
import { encodingsOf } from './encodings.ts';
import { Serial } from './serial.ts';

/** Carries an offer to the hall and brings its answer. Rejects when there is none. */
export type Offer = (sdp: string, tracks: OfferedTrack[]) => Promise<string>;

/**
 * What this browser sends, on one peer connection. Each source keeps its own m-line for as long as the connection
 * lives: taking it back makes the line inactive, giving it again uses the same line. One negotiation at a time.
 */
export class Publisher {
  readonly connection: RTCPeerConnection;
  readonly #offer: Offer;
  readonly #wanted = new Map<Source, MediaStreamTrack>();
  readonly #lines = new Map<Source, RTCRtpTransceiver>();
  readonly #serial = new Serial();
  #closed = false;

  constructor(connection: RTCPeerConnection, offer: Offer) {
    this.connection = connection;
    this.#offer = offer;
  }

  /** Sends these tracks from now on and no others. Rejects when the hall refused the offer. */
  send(tracks: ReadonlyMap<Source, MediaStreamTrack>): Promise<void> {
    this.#wanted.clear();
    for (const [source, track] of tracks) this.#wanted.set(source, track);
    return this.#serial.run(() => this.#bringUpToDate());
  }

  close(): void {
    this.#closed = true;
    this.connection.close();
  }

  async #bringUpToDate(): Promise<void> {
    if (this.#closed) return;
    let changed = false;
    for (const source of new Set([...this.#lines.keys(), ...this.#wanted.keys()])) {
      changed = (await this.#setLine(source)) || changed;
    }
    if (changed && !this.#closed) await this.#negotiate();
  }

  /** True when the other side must be told. */
  async #setLine(source: Source): Promise<boolean> {
    const track = this.#wanted.get(source) ?? null;
    const line = this.#lines.get(source);
    if (line === undefined) {
      if (track === null) return false;
      const sendEncodings = encodingsOf(source);
      this.#lines.set(
        source,
        this.connection.addTransceiver(track, { direction: 'sendonly', sendEncodings }),
      );
      return true;
    }
    if (line.sender.track !== track) await line.sender.replaceTrack(track);
    const direction = track === null ? 'inactive' : 'sendonly';
    if (line.direction === direction) return false;
    line.direction = direction;
    return true;
  }

  async #negotiate(): Promise<void> {
    // No candidates are gathered first: the hall learns this browser's address from its checks (RFC 8445, 7.3.1.3).
    await this.connection.setLocalDescription();
    const sdp = this.connection.localDescription?.sdp;
    if (this.#closed || sdp === undefined) return;
    const answer = await this.#offer(sdp, this.#offered());
    if (this.#closed) return;
    await this.connection.setRemoteDescription({ type: 'answer', sdp: answer });
  }

  #offered(): OfferedTrack[] {
    return [...this.#lines].flatMap(([source, { mid, direction }]) =>
      mid !== null && direction === 'sendonly' ? [{ mid, source }] : [],
    );
  }
}
