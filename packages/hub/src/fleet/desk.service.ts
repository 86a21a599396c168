import { houseChanged } from '../changes/index.ts';
import type { FleetGround } from './fleet.ts';
import { chooseNext, chosenByProvider } from './next.repository.ts';
import { serverView } from './server-view.ts';
import { deleteServer, findOwnServer, meetingsOn, ownServers, updateServer } from './servers.repository.ts';
import type { ServerChange, ServerView } from './wire.ts';

interface Operator {
  coopId: string;
  personId: string;
}

/** The operator's servers, in the order in which they were attached. */
export function deskServers({ doors }: FleetGround, operator: Operator): Promise<ServerView[]> {
  return doors.asCoop(operator.coopId, async (tx) => {
    const next = await chosenByProvider(tx, operator.coopId);
    return (await ownServers(tx, operator.coopId)).map((server) => serverView(server, next));
  });
}

/**
 * Renames a server, takes it in or out of use, or sends the next meetings there: those of the operator's own
 * house and of every house it serves. Meetings that run stay where they are, and no link changes.
 */
export function changeServer(
  { doors, clock, audit }: FleetGround,
  operator: Operator,
  id: string,
  { name, state, next }: ServerChange,
): Promise<{ ok: true; value: ServerView } | { ok: false; error: 'not-found' }> {
  return doors.asCoop(operator.coopId, async (tx) => {
    if ((await findOwnServer(tx, operator.coopId, id)) === null) return { ok: false, error: 'not-found' };
    await updateServer(tx, id, {
      ...(name !== undefined && { name }),
      ...(state !== undefined && { state }),
    });
    if (next) await chooseNext(tx, operator.coopId, id, clock.now());
    const detail = { name, state, next };
    await audit.note(tx, { actorId: operator.personId, act: 'desk.change', subject: `server:${id}`, detail });
    await houseChanged(tx);
    const server = await findOwnServer(tx, operator.coopId, id);
    if (server === null) return { ok: false, error: 'not-found' };
    return { ok: true, value: serverView(server, await chosenByProvider(tx, operator.coopId)) };
  });
}

/** Forgets a server on which nothing runs. Houses that it was next for have none until the operator chooses. */
export function detachServer(
  { doors, audit }: FleetGround,
  operator: Operator,
  id: string,
): Promise<{ ok: true } | { ok: false; error: 'not-found' | 'server-in-use' }> {
  return doors.asCoop(operator.coopId, async (tx) => {
    const server = await findOwnServer(tx, operator.coopId, id);
    if (server === null) return { ok: false, error: 'not-found' };
    if ((await meetingsOn(tx, id)).length > 0) return { ok: false, error: 'server-in-use' };
    await deleteServer(tx, id);
    const detail = { api: server.api };
    await audit.note(tx, { actorId: operator.personId, act: 'desk.detach', subject: `server:${id}`, detail });
    await houseChanged(tx);
    return { ok: true };
  });
}
