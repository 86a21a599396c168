import type { Recurring } from '../jobs/index.ts';
import type { Outbound } from '../outbound/index.ts';
import { isBarred } from '../outbound/index.ts';
import type { Routes } from '../route/index.ts';
import { type Attached, attachServer } from './attach.service.ts';
import { BbbDriver } from './drivers/bbb/bbb-driver.ts';
import type { EngineDriver, ServerAccess } from './drivers/driver.ts';
import { driverOf, type FleetGround } from './fleet.ts';
import { followServer } from './follow.service.ts';
import { nextServerPlacement, type Placement } from './placement.ts';
import { fleetRoutes } from './routes.ts';
import type { Server } from './servers.repository.ts';
import { noteCheck, type OnLook, sweepServers } from './sweep.ts';
import type { ServerAttach } from './wire.ts';

/** What the rooms above ask of the fleet. */
export interface Fleet {
  routes: Routes;
  /** Attaches a server to the co-op that runs it, after asking it. */
  attach(operator: { coopId: string; personId: string }, input: ServerAttach): Promise<Attached>;
  /** Which of the operator's own servers this is, also at another address than before. */
  follow(operator: { coopId: string; personId: string }, server: ServerAccess): Promise<string | null>;
  placement: Placement;
  driverOf(server: Server): EngineDriver;
  noteCheck(serverId: string, answered: boolean): Promise<unknown>;
  /** Looks at every server again and again, and tells the rooms above. */
  look(onLook: OnLook): Recurring;
}

/** How often a server is asked; without hooks it is also how exact attendance is. */
const lookEveryS = 10;

export function createFleet(
  given: Omit<FleetGround, 'connect'> & { outbound: Pick<Outbound, 'fetch'> },
): Fleet {
  const { outbound } = given;
  const fetch = (url: string, init: RequestInit) => outbound.fetch(url, init);
  const ground: FleetGround = { ...given, connect: (access) => new BbbDriver(access, { fetch, isBarred }) };
  return {
    routes: fleetRoutes(ground),
    attach: (operator, input) => attachServer(ground, operator, input),
    follow: (operator, server) => followServer(ground, operator, server),
    placement: nextServerPlacement(ground.clock),
    driverOf: (server) => driverOf(ground, server),
    noteCheck: (serverId, answered) => noteCheck(ground, serverId, answered),
    look: (onLook) => ({ name: 'fleet.look', everyS: lookEveryS, run: () => sweepServers(ground, onLook) }),
  };
}
