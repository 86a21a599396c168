import { eq } from 'drizzle-orm';
import { houseChanged } from '../changes/index.ts';
import type { Tx } from '../db/index.ts';
import type { EngineMeeting } from './drivers/driver.ts';
import { driverOf, type FleetGround } from './fleet.ts';
import { afterCheck } from './health-rule.ts';
import { meetingsOn, type Server } from './servers.repository.ts';
import { placements, servers } from './tables.ts';

/** One look at one server and at all that runs there. */
export interface ServerLook {
  serverId: string;
  /** Our meetings that have a place there, and whose they are. */
  placed: readonly { meetingId: string; houseId: string }[];
  /** When we asked: what changed later is not in it. */
  askedAt: Date;
  /** What runs there, or null when the server was silent. */
  meetings: readonly EngineMeeting[] | null;
  /** Since when it is silent; null when it answered. */
  silentSince: Date | null;
}

/** Told of every look; filled by the rooms above. */
export type OnLook = (look: ServerLook) => Promise<void>;

/** How many servers are asked at the same time. */
const atOnce = 8;

/**
 * Asks every attached server once what runs on it: its health, the counts on the desk, and what the rooms above
 * make of it. One call a server, however many meetings it has. What fails for one server keeps nobody from the others.
 */
export async function sweepServers(ground: FleetGround, onLook: OnLook): Promise<void> {
  const { all, placed } = await ground.doors.asFederation(async (tx) => ({
    all: await tx.select().from(servers),
    placed: await tx.select().from(placements),
  }));
  const waiting = [...all];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let server = waiting.shift(); server !== undefined; server = waiting.shift()) {
      const here = placed.filter(({ serverId }) => serverId === server?.id);
      const houses = here.map(({ meetingId, coopId }) => ({ meetingId, houseId: coopId }));
      try {
        await onLook(await lookAt(ground, server, houses));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw new AggregateError(failures, 'some servers could not be looked at');
}

async function lookAt(
  ground: FleetGround,
  server: Server,
  placed: ServerLook['placed'],
): Promise<ServerLook> {
  const askedAt = ground.clock.now();
  const ours = new Set(placed.map(({ meetingId }) => meetingId));
  const driver = driverOf(ground, server);
  const answer = await driver.lookAtAll(ours);
  // Who comes back may come back upgraded.
  const probe = answer.ok && server.health !== 'up' ? await driver.probe() : null;
  const counts = answer.ok && {
    meetings: answer.value.length,
    people: countOf(answer.value),
    ...(probe?.ok && { version: probe.value.version }),
  };
  const silentSince = await noteCheck(ground, server.id, answer.ok, counts || {});
  return { serverId: server.id, placed, askedAt, meetings: answer.ok ? answer.value : null, silentSince };
}

/** Engines are believed as far as a count of people goes: not below zero, and no more than can be kept. */
export function countOf(meetings: readonly Pick<EngineMeeting, 'people'>[]): number {
  const people = meetings.reduce((sum, meeting) => sum + Math.max(0, meeting.people), 0);
  return Math.min(people, 2 ** 31 - 1);
}

/**
 * Writes down whether a server answered; also for the calls of people on their way in. When that changes what the
 * pages show, the operator's house and those with meetings there are told. Answers since when it is silent.
 */
export async function noteCheck(
  { doors, clock }: Pick<FleetGround, 'doors' | 'clock'>,
  serverId: string,
  answered: boolean,
  seen: { meetings?: number; people?: number; version?: string | null } = {},
): Promise<Date | null> {
  const noted = await doors.asFederation(async (tx) => {
    const [before] = await tx.select().from(servers).where(eq(servers.id, serverId)).for('update');
    if (before === undefined) return { silentSince: null, houses: [] };
    const at = clock.now();
    const after = { ...afterCheck(before, { answered, at }), ...seen };
    await tx
      .update(servers)
      .set({ ...after, checkedAt: at })
      .where(eq(servers.id, serverId));
    const houses = showsTheSame({ ...before, ...after }, before) ? [] : await concerned(tx, before);
    return { silentSince: after.silentSince, houses };
  });
  for (const house of noted.houses) await doors.asCoop(house, houseChanged);
  return noted.silentSince;
}

function showsTheSame(a: Server, b: Server): boolean {
  const silent = (server: Server) => server.misses > 0;
  return (
    a.health === b.health && silent(a) === silent(b) && a.meetings === b.meetings && a.people === b.people
  );
}

async function concerned(tx: Tx, server: Server): Promise<string[]> {
  const placed = await meetingsOn(tx, server.id);
  return [...new Set([server.coopId, ...placed.map(({ houseId }) => houseId)])];
}
