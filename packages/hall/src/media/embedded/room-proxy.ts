import type { OfferedTrack, Publication } from '../../protocol/index.ts';
import { EngineLost, type Grants, type MediaPeer, type MediaRoom, type PeerEvents } from '../engine.ts';
import type { ChildEvent, Request } from './ipc.ts';

type Ask = (request: Request) => Promise<string | null>;

let lastPeer = 0;

/** The hall's end of a room that lives in the media process. */
export class EmbeddedRoom implements MediaRoom {
  private readonly peers = new Map<number, PeerEvents>();
  private readonly speakerListeners = new Set<(peerIds: string[]) => void>();
  private readonly publicationListeners = new Set<(all: Publication[]) => void>();
  private readonly ask: Ask;
  readonly id: string;

  constructor(id: string, ask: (room: EmbeddedRoom, request: Request) => Promise<string | null>) {
    this.id = id;
    this.ask = (request) => ask(this, request);
  }

  get size(): number {
    return this.peers.size;
  }

  async join(peerId: string, grants: Grants, events: PeerEvents): Promise<MediaPeer> {
    const peer = ++lastPeer;
    const held = new HeldEvents(events);
    this.peers.set(peer, held);
    try {
      await this.ask({ method: 'join', room: this.id, peer, person: peerId, grants: [...grants] });
    } catch (error) {
      this.peers.delete(peer);
      throw error;
    }
    setImmediate(() => held.release());
    return new EmbeddedPeer(this.id, peer, this.ask, () => this.peers.delete(peer));
  }

  onSpeakers(listener: (peerIds: string[]) => void): void {
    this.speakerListeners.add(listener);
  }

  onPublications(listener: (all: Publication[]) => void): void {
    this.publicationListeners.add(listener);
  }

  async close(): Promise<void> {
    this.peers.clear();
    await unlessLost(this.ask({ method: 'closeRoom', room: this.id }));
  }

  event(event: ChildEvent): void {
    switch (event.type) {
      case 'offer':
        this.peers.get(event.peer)?.onOffer(event.sdp, event.version, event.tracks);
        return;
      case 'failed':
        this.peers.get(event.peer)?.onFailed();
        return;
      case 'speakers':
        for (const listener of this.speakerListeners) listener(event.people);
        return;
      case 'publications':
        for (const listener of this.publicationListeners) listener(event.all);
        return;
    }
  }
}

/** The first offer may be there before `join` has resolved: nobody could answer it then, so it waits. */
class HeldEvents implements PeerEvents {
  private waiting: (() => void)[] | null = [];
  private readonly events: PeerEvents;

  constructor(events: PeerEvents) {
    this.events = events;
  }

  onOffer(...offer: Parameters<PeerEvents['onOffer']>): void {
    this.pass(() => this.events.onOffer(...offer));
  }

  onFailed(): void {
    this.pass(() => this.events.onFailed());
  }

  release(): void {
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const event of waiting) event();
  }

  private pass(event: () => void): void {
    if (this.waiting) this.waiting.push(event);
    else event();
  }
}

class EmbeddedPeer implements MediaPeer {
  private readonly room: string;
  private readonly peer: number;
  private readonly ask: Ask;
  private readonly forget: () => void;

  constructor(room: string, peer: number, ask: Ask, forget: () => void) {
    this.room = room;
    this.peer = peer;
    this.ask = ask;
    this.forget = forget;
  }

  async publish(sdp: string, tracks: readonly OfferedTrack[]): Promise<string> {
    const { room, peer } = this;
    return (await this.ask({ method: 'publish', room, peer, sdp, tracks: [...tracks] })) ?? '';
  }

  async accept(sdp: string, version: number): Promise<void> {
    await this.ask({ method: 'accept', room: this.room, peer: this.peer, sdp, version });
  }

  async renew(): Promise<void> {
    await this.ask({ method: 'renew', room: this.room, peer: this.peer });
  }

  async close(): Promise<void> {
    this.forget();
    await unlessLost(this.ask({ method: 'leave', room: this.room, peer: this.peer }));
  }
}

/** What is lost with the engine is closed already. */
async function unlessLost(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof EngineLost)) throw error;
  }
}
