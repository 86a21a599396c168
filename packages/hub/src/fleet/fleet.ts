import type { Audit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Doors } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import type { Sealing } from '../sealing/index.ts';
import type { EngineDriver, ServerAccess } from './drivers/driver.ts';
import type { Server } from './servers.repository.ts';

/** What the fleet's services stand on. */
export interface FleetGround {
  doors: Doors;
  clock: Clock;
  ids: Ids;
  /** For the secrets of servers. */
  sealing: Sealing;
  connect(access: ServerAccess): EngineDriver;
  audit: Audit;
}

/** The driver of a server, with its secret opened for this one use. */
export function driverOf(ground: Pick<FleetGround, 'sealing' | 'connect'>, server: Server): EngineDriver {
  const { kind, api } = server;
  return ground.connect({
    kind,
    api,
    secret: ground.sealing.open(server.secretSealed, sealedFor(server.id)),
  });
}

/** What a sealed secret is bound to, so that one row's secret opens in no other row. */
export const sealedFor = (serverId: string) => `servers.secret_sealed ${serverId}`;
