import type { Publication as PublicationView, Source } from '../../protocol/index.ts';
import { MediaRefused, type PeerEvents } from '../engine.ts';
import { limits } from './limits.ts';
import { Peer } from './peer.ts';
import type { Publication } from './publication.ts';
import type { Site } from './site.ts';
import { Speakers } from './speakers.ts';

export interface RoomEvents {
  onSpeakers(people: string[]): void;
  onPublications(all: PublicationView[]): void;
}

/** The people of one meeting and what they send to each other. Peers are known by a key that no other join has. */
export class Room {
  private readonly peers = new Map<number, Peer>();
  private readonly publications = new Set<Publication>();
  private readonly speakers = new Speakers();
  private telling = false;

  private readonly site: Site;
  private readonly events: RoomEvents;

  constructor(site: Site, events: RoomEvents) {
    this.site = site;
    this.events = events;
  }

  /** The same person joining again takes the place of the one before. */
  join(key: number, person: string, grants: readonly Source[], events: PeerEvents): void {
    for (const [old, peer] of this.peers) if (peer.person === person) this.leave(old);
    if (this.peers.size >= limits.peersPerRoom) throw new MediaRefused('the room has no place for more');
    const around = {
      site: this.site,
      others: () => [...this.publications].filter((publication) => publication.person !== person),
      onPublished: (publication: Publication) => this.published(publication),
      onUnpublished: (publication: Publication) => this.unpublished(publication),
      onLevel: (level: number) => this.speakers.heard(person, level, this.site.now()),
    };
    this.peers.set(key, new Peer(person, grants, around, events));
  }

  /** Throws MediaRefused when that join is over. */
  peer(key: number): Peer {
    const peer = this.peers.get(key);
    if (!peer) throw new MediaRefused('the person is not in the room');
    return peer;
  }

  leave(key: number): void {
    const peer = this.peers.get(key);
    if (!peer) return;
    this.peers.delete(key);
    peer.close();
    this.speakers.forget(peer.person);
  }

  close(): void {
    for (const key of [...this.peers.keys()]) this.leave(key);
  }

  /** Every 20 ms; `beat` counts them. */
  tick(beat: number, nowMs: number): void {
    const cameras = beat % 50 === 0 ? this.cameras() : 0;
    for (const peer of this.peers.values()) {
      peer.tick(nowMs);
      if (beat % 5 === 0) peer.tellArrivals();
      if (beat % 50 === 0) peer.everySecond(nowMs, cameras);
    }
    const speaking = beat % 5 === 0 ? this.speakers.changed(nowMs) : null;
    if (speaking) this.events.onSpeakers(speaking);
  }

  private cameras(): number {
    return [...this.publications].filter(({ source }) => source === 'camera').length;
  }

  private published(publication: Publication): void {
    this.publications.add(publication);
    for (const peer of this.peers.values())
      if (peer.person !== publication.person) peer.subscribe(publication);
    this.tellSoon();
  }

  private unpublished(publication: Publication): void {
    this.publications.delete(publication);
    for (const peer of this.peers.values()) peer.unsubscribe(publication);
    this.tellSoon();
  }

  /** What changes together is told together. */
  private tellSoon(): void {
    if (this.telling) return;
    this.telling = true;
    setImmediate(() => {
      this.telling = false;
      this.events.onPublications([...this.publications].map(({ view }) => view));
    });
  }
}
