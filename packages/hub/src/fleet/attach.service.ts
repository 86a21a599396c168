import { houseChanged } from '../changes/index.ts';
import { apiAddress } from './api-address.ts';
import type { EngineFailure } from './drivers/driver.ts';
import { type FleetGround, sealedFor } from './fleet.ts';
import { serveHouse } from './next.repository.ts';
import { serverView } from './server-view.ts';
import { insertServer, ownServers } from './servers.repository.ts';
import type { ServerAttach, ServerView } from './wire.ts';

type AttachError =
  | 'address-malformed'
  | 'server-known'
  | 'server-address-barred'
  | 'server-unreachable'
  | 'server-not-bbb'
  | 'server-secret-wrong';

export type Attached = { ok: true; value: ServerView } | { ok: false; error: AttachError };

/**
 * Attaches a server to the co-op that runs it. Nothing is saved before the server was asked: it must be where we
 * may go, answer, speak BigBlueButton's API and take the secret. The first server of an operator whose own house
 * has none yet becomes the place of its next meeting.
 */
export async function attachServer(
  ground: FleetGround,
  operator: { coopId: string; personId: string },
  input: ServerAttach,
): Promise<Attached> {
  const { doors, clock, ids, sealing, connect, audit } = ground;
  const api = apiAddress(input.api);
  if (api === null) return { ok: false, error: 'address-malformed' };

  const own = await doors.asCoop(operator.coopId, (tx) => ownServers(tx, operator.coopId));
  if (own.some((server) => server.api === api)) return { ok: false, error: 'server-known' };

  const { name, kind, secret } = input;
  const probed = await connect({ kind, api, secret }).probe();
  if (!probed.ok) return { ok: false, error: attachError(probed.error) };

  const id = ids();
  const now = clock.now();
  return doors.asCoop(operator.coopId, async (tx): Promise<Attached> => {
    const server = await insertServer(tx, {
      id,
      coopId: operator.coopId,
      name,
      kind,
      api,
      secretSealed: sealing.seal(secret, sealedFor(id)),
      health: 'up',
      checkedAt: now,
      version: probed.value.version,
      attachedAt: now,
    });
    if (server === null) return { ok: false, error: 'server-known' };
    const { coopId, personId } = operator;
    const next = await serveHouse(tx, {
      houseId: coopId,
      providerId: coopId,
      serverId: server.id,
      since: now,
    });
    await audit.note(tx, {
      actorId: personId,
      act: 'desk.attach',
      subject: `server:${server.id}`,
      detail: { api },
    });
    await houseChanged(tx);
    return { ok: true, value: serverView(server, next ? server.id : null) };
  });
}

function attachError({ code }: EngineFailure): AttachError {
  switch (code) {
    case 'barred':
      return 'server-address-barred';
    case 'unreachable':
      return 'server-unreachable';
    case 'secret-wrong':
      return 'server-secret-wrong';
    case 'not-bbb':
    case 'refused':
    case 'unknown-meeting':
      return 'server-not-bbb';
  }
}
