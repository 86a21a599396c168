import type { OfferedTrack, Publication, ReceivedTrack, Source } from '../protocol/index.ts';
import { EngineLost, type MediaEngine, type MediaPeer, type MediaRoom } from './engine.ts';

const GRANTS: readonly Source[] = ['mic', 'camera', 'screen', 'screen-audio'];

/** What the media of one meeting tells. */
export interface RoomMediaEvents {
  offer(personId: string, sdp: string, version: number, tracks: ReceivedTrack[]): void;
  /** The transports of one person are of no use any more. */
  failed(personId: string): void;
  publications(all: Publication[]): void;
  speakers(personIds: string[]): void;
}

interface Place {
  peer: Promise<MediaPeer>;
}

/**
 * The media of one meeting, over whatever happens to the engine: the room is made when the first person needs it,
 * and again after the engine was lost. Peers are people's ids.
 */
export class RoomMedia {
  readonly #engine: MediaEngine;
  readonly #meetingId: string;
  readonly #events: RoomMediaEvents;
  readonly #peers = new Map<string, Place>();
  #room: Promise<MediaRoom> | null = null;
  #publications: Publication[] = [];

  constructor(engine: MediaEngine, meetingId: string, events: RoomMediaEvents) {
    this.#engine = engine;
    this.#meetingId = meetingId;
    this.#events = events;
  }

  get publications(): readonly Publication[] {
    return this.#publications;
  }

  /** Fresh transports for a person, in place of any old ones. Rejects with EngineLost. */
  async join(personId: string): Promise<void> {
    const left = this.leave(personId);
    const isCurrent = (): boolean => this.#peers.get(personId) === place;
    const place: Place = { peer: left.then(() => this.#join(personId, isCurrent)) };
    this.#peers.set(personId, place);
    try {
      await place.peer;
    } catch (error) {
      if (isCurrent()) this.#peers.delete(personId);
      throw error;
    }
  }

  async #join(personId: string, isCurrent: () => boolean): Promise<MediaPeer> {
    const room = await this.#openRoom();
    return room.join(personId, GRANTS, {
      onOffer: (sdp, version, tracks) => {
        if (isCurrent()) this.#events.offer(personId, sdp, version, tracks);
      },
      onFailed: () => {
        if (isCurrent()) this.#events.failed(personId);
      },
    });
  }

  /** Takes what a browser offers to send and gives the answer. Rejects with MediaRefused or EngineLost. */
  async publish(personId: string, sdp: string, tracks: readonly OfferedTrack[]): Promise<string> {
    return (await this.#peer(personId)).publish(sdp, tracks);
  }

  async answer(personId: string, sdp: string, version: number): Promise<void> {
    await (await this.#peer(personId)).accept(sdp, version);
  }

  async leave(personId: string): Promise<void> {
    const place = this.#peers.get(personId);
    this.#peers.delete(personId);
    await place?.peer.then((peer) => peer.close()).catch(() => undefined);
  }

  /** The engine died: all of it is void. */
  lost(): void {
    this.#room = null;
    this.#peers.clear();
    this.#tellPublications([]);
  }

  async close(): Promise<void> {
    const room = this.#room;
    this.lost();
    await room?.then((open) => open.close()).catch(() => undefined);
  }

  async #peer(personId: string): Promise<MediaPeer> {
    const place = this.#peers.get(personId);
    if (!place) throw new EngineLost('There are no transports for this person; renew them.');
    return place.peer;
  }

  #openRoom(): Promise<MediaRoom> {
    if (this.#room) return this.#room;
    const opening = this.#engine.createRoom(this.#meetingId).then((room) => {
      room.onPublications((all) => {
        if (this.#room === opening) this.#tellPublications(all);
      });
      room.onSpeakers((ids) => {
        if (this.#room === opening) this.#events.speakers(ids);
      });
      return room;
    });
    this.#room = opening;
    opening.catch(() => {
      if (this.#room === opening) this.#room = null;
    });
    return opening;
  }

  #tellPublications(all: Publication[]): void {
    this.#publications = all;
    this.#events.publications(all);
  }
}
