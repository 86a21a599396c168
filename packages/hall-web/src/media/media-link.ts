import type { Source } from '@koinon/hall/protocol';
import type { Clock } from '../clock.ts';
import { backoffMs } from '../connection/backoff.ts';
import type { Answer, Question } from '../connection/channel.ts';
import type { MediaState } from '../meeting/state.ts';
import { Publisher } from './publisher.ts';
import { type HallOffer, Subscriber, type Tracks } from './subscriber.ts';
import { watchTransport } from './watch-transport.ts';

export interface MediaParts {
  ask(question: Question): Promise<Answer>;
  createConnection(): RTCPeerConnection;
  clock: Clock;
  onTracks(tracks: Tracks): void;
  onState(state: MediaState): void;
}

/** After so many failures in a row it is not the engine that restarts but something on the way. */
const BLOCKED_AFTER = 4;

/**
 * Sound and picture of this person's seat: one connection to send, one to receive. Lost ones are not mended but
 * replaced (both of them, after `renew-media`); the local tracks go on living and are sent again.
 */
export class MediaLink {
  readonly #parts: MediaParts;
  #local: ReadonlyMap<Source, MediaStreamTrack> = new Map();
  #publisher: Publisher | null = null;
  #subscriber: Subscriber | null = null;
  /** Counts the beginnings: what belongs to an earlier one is not heard any more. */
  #era = 0;
  #failures = 0;
  /** The hall has transports for this era: what is to be sent may be offered. */
  #ready = false;
  #running = false;
  #cancelRetry = () => {};

  constructor(parts: MediaParts) {
    this.#parts = parts;
  }

  /** For measuring only. */
  get connections(): { publish: RTCPeerConnection | null; subscribe: RTCPeerConnection | null } {
    return {
      publish: this.#publisher?.connection ?? null,
      subscribe: this.#subscriber?.connection ?? null,
    };
  }

  /** The seat is taken, for the first time or again: both sides begin with nothing. */
  start(): void {
    this.#running = true;
    this.#failures = 0;
    this.#drop();
    this.#parts.onState('starting');
    void this.#begin(this.#era);
  }

  /**
   * The way to the hall is lost. Sound and picture have their own way and may go on: nothing is dropped, and nothing
   * is renewed, until the seat is taken again.
   */
  rest(): void {
    this.#running = false;
    this.#ready = false;
    this.#cancelRetry();
  }

  /** The person left. */
  stop(): void {
    this.#running = false;
    this.#drop();
  }

  /** What this person sends from now on. Kept through every loss. */
  send(tracks: ReadonlyMap<Source, MediaStreamTrack>): void {
    this.#local = tracks;
    if (this.#running && this.#ready) void this.#publish(this.#era);
  }

  take(offer: HallOffer): void {
    const era = this.#era;
    this.#subscriber ??= this.#newSubscriber(era);
    this.#subscriber.take(offer).catch(() => this.#renew(era));
  }

  /** The hall says that everything is void. */
  lost(): void {
    this.#renew(this.#era);
  }

  async #begin(era: number): Promise<void> {
    this.#ready = true;
    await this.#publish(era);
    this.#judge(era);
  }

  async #publish(era: number): Promise<void> {
    if (this.#local.size === 0 && this.#publisher === null) return;
    this.#publisher ??= this.#newPublisher(era);
    await this.#publisher.send(this.#local).catch(() => this.#renew(era));
  }

  /** Drops everything and asks for new transports, again and again until there are some. */
  #renew(era: number): void {
    if (era !== this.#era || !this.#running) return;
    this.#drop();
    this.#failures += 1;
    this.#parts.onState(this.#failures >= BLOCKED_AFTER ? 'blocked' : 'lost');
    const next = this.#era;
    const delay = this.#failures === 1 ? 0 : backoffMs(this.#failures - 2);
    this.#cancelRetry = this.#parts.clock.after(delay, () => void this.#askForNew(next));
  }

  async #askForNew(era: number): Promise<void> {
    const answer = await this.#parts.ask({ type: 'renew-media' });
    if (era !== this.#era || !this.#running) return;
    // Without a way to the hall there is nothing to renew: `start` follows when the seat is taken again.
    if (!answer.ok && answer.error.code === 'lost') return;
    if (answer.ok) await this.#begin(era);
    else this.#renew(era);
  }

  #drop(): void {
    this.#era += 1;
    this.#ready = false;
    this.#cancelRetry();
    this.#publisher?.close();
    this.#subscriber?.close();
    this.#publisher = null;
    this.#subscriber = null;
    this.#parts.onTracks(new Map());
  }

  #newPublisher(era: number): Publisher {
    return new Publisher(this.#newConnection(era), async (sdp, tracks) => {
      const answer = await this.#parts.ask({ type: 'publish', sdp, tracks });
      if (answer.ok && answer.value.type === 'published') return answer.value.sdp;
      throw new Error(answer.ok ? 'no answer to the offer' : answer.error.message);
    });
  }

  #newSubscriber(era: number): Subscriber {
    return new Subscriber({
      createConnection: () => this.#newConnection(era),
      // A refused answer belongs to an offer that crossed a renewal; a true failure is said by `media-lost`.
      answer: async (sdp, version) => {
        await this.#parts.ask({ type: 'answer', sdp, version });
      },
      onTracks: (tracks) => {
        if (era === this.#era) this.#parts.onTracks(tracks);
      },
    });
  }

  #newConnection(era: number): RTCPeerConnection {
    const connection = this.#parts.createConnection();
    watchTransport(connection, this.#parts.clock, {
      onFailed: () => this.#renew(era),
      onConnected: () => this.#judge(era),
    });
    return connection;
  }

  /** `up` when every connection that there is carries. */
  #judge(era: number): void {
    if (era !== this.#era || !this.#running) return;
    const { publish, subscribe } = this.connections;
    if (![publish, subscribe].every((each) => each === null || each.connectionState === 'connected')) return;
    this.#failures = 0;
    this.#parts.onState('up');
  }
}
