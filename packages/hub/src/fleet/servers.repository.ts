import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { houseServers, placements, servers } from './tables.ts';

export type Server = typeof servers.$inferSelect;

/** The servers of the co-op whose door is open, in the order in which they were attached. */
export function ownServers(tx: Tx, ownerId: string): Promise<Server[]> {
  return tx
    .select()
    .from(servers)
    .where(eq(servers.coopId, ownerId))
    .orderBy(asc(servers.attachedAt), asc(servers.id));
}

export async function findOwnServer(tx: Tx, ownerId: string, id: string): Promise<Server | null> {
  const [server] = await tx
    .select()
    .from(servers)
    .where(and(eq(servers.coopId, ownerId), eq(servers.id, id)));
  return server ?? null;
}

/** A server that the co-op whose door is open owns, uses next, or has a meeting on. */
export async function findServer(tx: Tx, id: string): Promise<Server | null> {
  const [server] = await tx.select().from(servers).where(eq(servers.id, id));
  return server ?? null;
}

/** The row, or null when this co-op has the address already. */
export async function insertServer(tx: Tx, server: typeof servers.$inferInsert): Promise<Server | null> {
  const [inserted] = await tx
    .insert(servers)
    .values(server)
    .onConflictDoNothing({ target: [servers.coopId, servers.api] })
    .returning();
  return inserted ?? null;
}

export async function updateServer(
  tx: Tx,
  id: string,
  change: Partial<typeof servers.$inferInsert>,
): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(servers).set(change).where(eq(servers.id, id));
}

export async function deleteServer(tx: Tx, id: string): Promise<void> {
  await tx.delete(houseServers).where(eq(houseServers.serverId, id));
  await tx.delete(servers).where(eq(servers.id, id));
}

export async function meetingsOn(
  tx: Tx,
  serverId: string,
): Promise<{ meetingId: string; houseId: string }[]> {
  return tx
    .select({ meetingId: placements.meetingId, houseId: placements.coopId })
    .from(placements)
    .where(eq(placements.serverId, serverId));
}
