import type { Recurring } from '../jobs/index.ts';
import type { Outbound } from '../outbound/index.ts';
import { isBarred } from '../outbound/index.ts';
import type { Routes } from '../route/index.ts';
import { BbbDriver } from './drivers/bbb/bbb-driver.ts';
import type { EngineDriver } from './drivers/driver.ts';
import { driverOf, type FleetGround } from './fleet.ts';
import { nextServerPlacement, type Placement } from './placement.ts';
import { fleetRoutes } from './routes.ts';
import type { Server } from './servers.repository.ts';
import { noteCheck, type OnLook, sweepServers } from './sweep.ts';

/** What the rooms above ask of the fleet. */
export interface Fleet {
  routes: Routes;
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
    placement: nextServerPlacement(ground.clock),
    driverOf: (server) => driverOf(ground, server),
    noteCheck: (serverId, answered) => noteCheck(ground, serverId, answered),
    look: (onLook) => ({ name: 'fleet.look', everyS: lookEveryS, run: () => sweepServers(ground, onLook) }),
  };
}
