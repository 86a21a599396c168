import { type Fleet, findServer, type OnLook } from '../fleet/index.ts';
import type { RoomPorts } from '../rooms/index.ts';
import type { Routes } from '../route/index.ts';
import { callbackAddresses } from './callback-addresses.ts';
import { callbackRoutes } from './callback-routes.ts';
import type { MeetingsGround } from './ground.ts';
import { reconcile } from './reconcile.service.ts';
import { meetingRoutes } from './routes.ts';
import { runningViews } from './running.ts';

export interface MeetingsOptions
  extends Omit<MeetingsGround, 'placement' | 'findServer' | 'driverOf' | 'noteCheck' | 'callbacks'> {
  fleet: Fleet;
  /** The hub's address, as people and servers reach it. Read when it is needed: the port may come late. */
  url: URL;
  /** Two keys derived from the hub's secret, each for its one use. */
  keys: { callbacks: Uint8Array; guests: Uint8Array };
}

export interface Meetings {
  routes: Routes[];
  /** Fills the port of the rooms. */
  running: RoomPorts['running'];
  /** Fills the port of the fleet. */
  onLook: OnLook;
}

export function createMeetings({ fleet, url, keys, ...given }: MeetingsOptions): Meetings {
  const ground = {
    ...given,
    placement: fleet.placement,
    findServer,
    driverOf: fleet.driverOf,
    noteCheck: fleet.noteCheck,
    callbacks: callbackAddresses(url, keys.callbacks),
    guestKey: keys.guests,
    url,
  };
  return {
    routes: [meetingRoutes(ground), callbackRoutes(ground)],
    running: (tx, roomIds) => runningViews(ground, tx, roomIds),
    onLook: (look) => reconcile(ground, look),
  };
}
