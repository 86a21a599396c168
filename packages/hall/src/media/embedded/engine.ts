import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../clock.ts';
import { EngineLost, type MediaEngine, type MediaRoom } from '../engine.ts';
import { forkChild } from './fork.ts';
import type { ChildEvent, ChildSettings, Request } from './ipc.ts';
import { probeUdpPort } from './port.ts';
import { EmbeddedRoom } from './room-proxy.ts';
import { Supervisor } from './supervisor.ts';

export interface EmbeddedEngineOptions {
  /** Address to bind; `0.0.0.0` for all. */
  host: string;
  /** The one UDP port for all media; 0 for any free one. */
  port: number;
  /** The address or host name under which browsers reach the port, when it is not one of this machine's own. */
  announced: string | null;
  log: Logger;
  clock?: Clock;
}

/**
 * Starts the built-in media engine in a process of its own and keeps it running.
 * Rejects with MediaPortUnusable when the port cannot be had.
 */
export async function startEmbeddedEngine(options: EmbeddedEngineOptions): Promise<MediaEngine> {
  const host = await resolved(options.host);
  const announced = options.announced === null ? null : await resolved(options.announced);
  const port = await probeUdpPort(host, options.port);
  const engine = new EmbeddedEngine(options, { host, port, announced });
  await engine.start();
  return engine;
}

/** Native code ends the process where a name stands for an address. */
async function resolved(hostOrAddress: string): Promise<string> {
  return isIP(hostOrAddress) ? hostOrAddress : (await lookup(hostOrAddress)).address;
}

class EmbeddedEngine implements MediaEngine {
  private readonly supervisor: Supervisor;
  private readonly listeners = new Set<(state: 'lost' | 'ready') => void>();
  private readonly rooms = new Map<string, EmbeddedRoom>();

  constructor({ log, clock = systemClock }: EmbeddedEngineOptions, settings: ChildSettings) {
    this.supervisor = new Supervisor(() => forkChild(settings, log), clock, log, {
      onEvent: (event) => this.event(event),
      onState: (state) => this.state(state),
    });
  }

  start(): Promise<void> {
    return this.supervisor.start();
  }

  async createRoom(id: string): Promise<MediaRoom> {
    const room = this.rooms.get(id) ?? new EmbeddedRoom(id, (from, request) => this.ask(from, request));
    this.rooms.set(id, room);
    try {
      await this.ask(room, { method: 'createRoom', room: id });
    } catch (error) {
      if (this.rooms.get(id) === room) this.rooms.delete(id);
      throw error;
    }
    return room;
  }

  health() {
    const peers = [...this.rooms.values()].reduce((sum, room) => sum + room.size, 0);
    const { ready, pid, restarts } = this.supervisor;
    return { ready, pid, restarts, rooms: this.rooms.size, peers };
  }

  onState(listener: (state: 'lost' | 'ready') => void): void {
    this.listeners.add(listener);
  }

  close(): Promise<void> {
    this.rooms.clear();
    return this.supervisor.close();
  }

  /** Asks on behalf of a room, which must be of the child that lives now. */
  private async ask(room: EmbeddedRoom, request: Request): Promise<string | null> {
    if (this.rooms.get(room.id) !== room) throw new EngineLost('the room was closed or lost');
    if (request.method === 'closeRoom') this.rooms.delete(room.id);
    return this.supervisor.request(request);
  }

  private event(event: ChildEvent): void {
    this.rooms.get(event.room)?.event(event);
  }

  private state(state: 'lost' | 'ready'): void {
    if (state === 'lost') this.rooms.clear();
    for (const listener of this.listeners) listener(state);
  }
}
