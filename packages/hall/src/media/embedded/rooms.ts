import { MediaRefused } from '../engine.ts';
import type { ChildEvent, Request } from './ipc.ts';
import { limits } from './limits.ts';
import { Room } from './room.ts';
import type { Site } from './site.ts';

const beatMs = 20;

/** All rooms of the process, and the beat to which they work. */
export class Rooms {
  private readonly rooms = new Map<string, Room>();
  private beat = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly site: Site;
  private readonly tell: (event: ChildEvent) => void;

  constructor(site: Site, tell: (event: ChildEvent) => void) {
    this.site = site;
    this.tell = tell;
  }

  /** Does what is asked; the value is the answer's SDP where there is one. Throws MediaRefused, SdpUnreadable. */
  handle(request: Request): string | null {
    switch (request.method) {
      case 'ping':
        return null;
      case 'createRoom':
        this.create(request.room);
        return null;
      case 'closeRoom':
        this.close(request.room);
        return null;
      case 'join':
        this.join(request);
        return null;
      case 'publish':
        return this.room(request.room).peer(request.peer).publish(request.sdp, request.tracks);
      case 'accept':
        this.room(request.room).peer(request.peer).accept(request.sdp, request.version);
        return null;
      case 'renew':
        this.room(request.room).peer(request.peer).renew();
        return null;
      case 'leave':
        this.rooms.get(request.room)?.leave(request.peer);
        return null;
    }
  }

  private room(id: string): Room {
    const room = this.rooms.get(id);
    if (!room) throw new MediaRefused('there is no such room');
    return room;
  }

  private create(id: string): void {
    if (this.rooms.has(id)) return;
    if (this.rooms.size >= limits.rooms) throw new MediaRefused('there is no place for more rooms');
    this.rooms.set(
      id,
      new Room(this.site, {
        onSpeakers: (people) => this.tell({ type: 'speakers', room: id, people }),
        onPublications: (all) => this.tell({ type: 'publications', room: id, all }),
      }),
    );
    this.timer ??= setInterval(() => this.tick(), beatMs);
  }

  private join({ room, peer, person, grants }: Extract<Request, { method: 'join' }>): void {
    this.room(room).join(peer, person, grants, {
      onOffer: (sdp, version, tracks) => this.tell({ type: 'offer', room, peer, sdp, version, tracks }),
      onFailed: () => this.tell({ type: 'failed', room, peer }),
    });
  }

  private close(id: string): void {
    this.rooms.get(id)?.close();
    this.rooms.delete(id);
    if (this.rooms.size > 0 || !this.timer) return;
    clearInterval(this.timer); // an empty process sleeps
    this.timer = null;
  }

  private tick(): void {
    const nowMs = this.site.now();
    this.beat++;
    for (const room of this.rooms.values()) room.tick(this.beat, nowMs);
  }
}
