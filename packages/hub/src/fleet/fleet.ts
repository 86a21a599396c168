import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
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
  /** Tells the audit log, in the same transaction. */
  audit(
    tx: Tx,
    entry: { act: string; actorId: string; subjectId: string; details?: Record<string, string> },
  ): Promise<void>;
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
