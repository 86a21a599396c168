import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { MediaEngine } from '../media/engine.ts';
import { EngineWatch } from '../media/engine-watch.ts';
import type { Meeting, Meetings, Recorded } from '../meeting/index.ts';
import { CLOSE } from '../protocol/index.ts';
import { LiveMeeting } from './live-meeting.ts';
import type { IceServers } from './picture.ts';
import { tell } from './tell.ts';

export interface FloorOptions {
  meetings: Meetings;
  engine: MediaEngine;
  iceServers: IceServers;
  clock: Clock;
  log: Logger;
}

/** Everything that a message from a browser may need: the meetings, and who is connected to them. */
export class HallFloor {
  readonly meetings: Meetings;
  readonly iceServers: IceServers;
  readonly clock: Clock;
  readonly log: Logger;
  readonly engineWatch: EngineWatch;
  readonly #engine: MediaEngine;
  readonly #live = new Map<Meeting, LiveMeeting>();

  constructor(options: FloorOptions) {
    this.meetings = options.meetings;
    this.iceServers = options.iceServers;
    this.clock = options.clock;
    this.log = options.log;
    this.#engine = options.engine;
    this.engineWatch = new EngineWatch(options.engine, options.clock);
    options.engine.onState((state) => {
      if (state === 'lost') this.#onEngineLost();
    });
  }

  live(meeting: Meeting): LiveMeeting {
    const known = this.#live.get(meeting);
    if (known) return known;
    const live = new LiveMeeting(meeting, this.#engine);
    this.#live.set(meeting, live);
    return live;
  }

  /** Passes on an event that is on disk. */
  tell(meeting: Meeting, event: Recorded): void {
    const live = this.#live.get(meeting);
    if (live) tell(live, event);
    if (event.type === 'ended') this.#live.delete(meeting);
  }

  /** Browsers come back by themselves when a closing hall says "restart". */
  async close(): Promise<void> {
    for (const live of this.#live.values()) {
      for (const connection of live.connections) connection.close(CLOSE.restart, 'the hall restarts');
    }
    await Promise.all([...this.#live.values()].map((live) => live.media.close()));
  }

  #onEngineLost(): void {
    for (const live of this.#live.values()) {
      live.media.lost();
      live.tellSeated({ type: 'media-lost' });
    }
  }
}
