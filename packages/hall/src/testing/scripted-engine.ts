import type { EngineHealth, Grants, MediaEngine, MediaPeer, MediaRoom, PeerEvents } from '../media/engine.ts';
import { EngineLost } from '../media/engine.ts';
import type { OfferedTrack, Publication } from '../protocol/index.ts';

/** A media engine without media, for tests of signalling: it remembers what was asked and does what a test says. */
export class ScriptedEngine implements MediaEngine {
  readonly rooms = new Map<string, ScriptedRoom>();
  #ready = true;
  #restarts = 0;
  #listeners: ((state: 'lost' | 'ready') => void)[] = [];

  async createRoom(id: string): Promise<MediaRoom> {
    if (!this.#ready) throw new EngineLost('scripted');
    const room = this.rooms.get(id) ?? new ScriptedRoom(id);
    this.rooms.set(id, room);
    return room;
  }

  health(): EngineHealth {
    const peers = [...this.rooms.values()].reduce((sum, room) => sum + room.peers.size, 0);
    return { ready: this.#ready, pid: null, restarts: this.#restarts, rooms: this.rooms.size, peers };
  }

  onState(listener: (state: 'lost' | 'ready') => void): void {
    this.#listeners.push(listener);
  }

  die(): void {
    this.#ready = false;
    this.rooms.clear();
    for (const listener of this.#listeners) listener('lost');
  }

  revive(): void {
    this.#ready = true;
    this.#restarts += 1;
    for (const listener of this.#listeners) listener('ready');
  }

  async close(): Promise<void> {
    this.rooms.clear();
  }
}

export class ScriptedRoom implements MediaRoom {
  readonly id: string;
  readonly peers = new Map<string, ScriptedPeer>();
  #onPublications: (all: Publication[]) => void = () => undefined;
  #onSpeakers: (peerIds: string[]) => void = () => undefined;

  constructor(id: string) {
    this.id = id;
  }

  async join(peerId: string, _grants: Grants, events: PeerEvents): Promise<MediaPeer> {
    const peer = new ScriptedPeer(this, peerId, events);
    this.peers.set(peerId, peer);
    return peer;
  }

  onSpeakers(listener: (peerIds: string[]) => void): void {
    this.#onSpeakers = listener;
  }

  onPublications(listener: (all: Publication[]) => void): void {
    this.#onPublications = listener;
  }

  speak(peerIds: string[]): void {
    this.#onSpeakers(peerIds);
  }

  /** Everybody hears of what is published; the others get an offer. */
  publish(): void {
    const all = [...this.peers.values()].flatMap((peer) => peer.publications);
    this.#onPublications(all);
    for (const peer of this.peers.values()) {
      const others = all.filter(({ person }) => person !== peer.id);
      const tracks = others.map((publication, index) => ({ mid: String(index), publication }));
      if (tracks.length > 0) peer.events.onOffer('scripted offer', peer.nextVersion(), tracks);
    }
  }

  async close(): Promise<void> {
    this.peers.clear();
  }
}

export class ScriptedPeer implements MediaPeer {
  readonly id: string;
  readonly events: PeerEvents;
  readonly answers: { sdp: string; version: number }[] = [];
  publications: Publication[] = [];
  readonly #room: ScriptedRoom;
  #version = 0;

  constructor(room: ScriptedRoom, id: string, events: PeerEvents) {
    this.#room = room;
    this.id = id;
    this.events = events;
  }

  nextVersion(): number {
    this.#version += 1;
    return this.#version;
  }

  async publish(_offerSdp: string, tracks: readonly OfferedTrack[]): Promise<string> {
    this.publications = tracks.map(({ source }) => ({ id: `${this.id}-${source}`, person: this.id, source }));
    this.#room.publish();
    return 'scripted answer';
  }

  async accept(sdp: string, version: number): Promise<void> {
    this.answers.push({ sdp, version });
  }

  async renew(): Promise<void> {
    this.publications = [];
  }

  async close(): Promise<void> {
    this.#room.peers.delete(this.id);
  }
}
