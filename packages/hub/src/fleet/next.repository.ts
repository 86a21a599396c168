import { eq } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { houseServers } from './tables.ts';

// Where the next meeting of a house runs is one row a house, written by whoever runs the server. An operator's
// choice holds for its own house and for every house that it serves; agreements will say it house by house.

/** The server of the next meeting of this house, as its own door sees it. */
export async function nextServerId(tx: Tx, houseId: string): Promise<string | null> {
  const [row] = await tx
    .select({ serverId: houseServers.serverId })
    .from(houseServers)
    .where(eq(houseServers.houseId, houseId));
  return row?.serverId ?? null;
}

/** The server that this operator sends the houses it serves to. */
export async function chosenByProvider(tx: Tx, providerId: string): Promise<string | null> {
  const [row] = await tx
    .select({ serverId: houseServers.serverId })
    .from(houseServers)
    .where(eq(houseServers.providerId, providerId))
    .limit(1);
  return row?.serverId ?? null;
}

/** Sends every house that the operator serves, its own included, to this server from the next meeting on. */
export async function chooseNext(tx: Tx, providerId: string, serverId: string, since: Date): Promise<void> {
  await serveHouse(tx, { houseId: providerId, providerId, serverId, since });
  await tx.update(houseServers).set({ serverId, since }).where(eq(houseServers.providerId, providerId));
}

/** Makes the operator serve a house. A house that another one serves stays there: false. */
export async function serveHouse(tx: Tx, row: typeof houseServers.$inferInsert): Promise<boolean> {
  const served = await tx
    .insert(houseServers)
    .values(row)
    .onConflictDoNothing({ target: houseServers.houseId })
    .returning({ houseId: houseServers.houseId });
  return served.length > 0;
}
