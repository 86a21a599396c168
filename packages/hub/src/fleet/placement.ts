import { eq } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import { nextServerId } from './next.repository.ts';
import { findServer, type Server } from './servers.repository.ts';
import { placements } from './tables.ts';

/** What a meeting needs of its place. */
interface PlacementAsk {
  meetingId: string;
  houseId: string;
}

type Placed = { ok: true; value: Server } | { ok: false; error: 'no-server' };

/** Finds a meeting its server, and keeps the place until it is given back. */
export interface Placement {
  /** Chooses and reserves in the caller's transaction: what rolls back was never reserved. */
  place(tx: Tx, ask: PlacementAsk): Promise<Placed>;
  release(tx: Tx, meetingId: string): Promise<void>;
}

/**
 * The first placement: where the operator says. A server that was silent at the last check is tried all the same.
 * It may be back, and if not, the caller finds out within seconds.
 */
export function nextServerPlacement(clock: Pick<Clock, 'now'>): Placement {
  return {
    async place(tx, { meetingId, houseId }) {
      const serverId = await nextServerId(tx, houseId);
      const server = serverId === null ? null : await findServer(tx, serverId);
      if (server === null || server.state !== 'enabled') return { ok: false, error: 'no-server' };
      await tx.insert(placements).values({
        meetingId,
        coopId: houseId,
        providerId: server.coopId,
        serverId: server.id,
        reservedAt: clock.now(),
      });
      return { ok: true, value: server };
    },
    async release(tx, meetingId) {
      await tx.delete(placements).where(eq(placements.meetingId, meetingId));
    },
  };
}
