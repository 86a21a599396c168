import { houseChanged } from '../changes/index.ts';
import { type FleetGround, sealedFor } from './fleet.ts';
import { ownServers, updateServer } from './servers.repository.ts';

/**
 * Finds again a server that the operator attached before: by its address, or by its secret when it now answers at
 * another address, which is then written down. Null when there is none. For the demo, whose hall may get another
 * port with every start.
 */
export function followServer(
  { doors, sealing, audit }: FleetGround,
  operator: { coopId: string; personId: string },
  { api, secret }: { api: string; secret: string },
): Promise<string | null> {
  return doors.asCoop(operator.coopId, async (tx) => {
    const own = await ownServers(tx, operator.coopId);
    const there = own.find((server) => server.api === api);
    if (there) return there.id;
    const moved = own.find(({ id, secretSealed }) => sealing.open(secretSealed, sealedFor(id)) === secret);
    if (moved === undefined) return null;
    await updateServer(tx, moved.id, { api, health: 'unknown', misses: 0, silentSince: null });
    const detail = { api, before: moved.api };
    await audit.note(tx, {
      actorId: operator.personId,
      act: 'desk.change',
      subject: `server:${moved.id}`,
      detail,
    });
    await houseChanged(tx);
    return moved.id;
  });
}
