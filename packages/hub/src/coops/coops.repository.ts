import { sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { coopHosts, coops } from './tables.ts';

/** A co-op of the federation with the host names that lead to it, its own order kept. */
export type Coop = typeof coops.$inferSelect & { hosts: readonly string[] };

/** The channel on which hubs tell each other that a co-op was made or changed. */
export const COOPS_CHANGED = 'koinon_coops';

/** All co-ops, the oldest first. In the federation's door. */
export async function readCoops(tx: Tx): Promise<Coop[]> {
  const rows = await tx.select().from(coops).orderBy(coops.createdAt, coops.id);
  const hosts = await tx.select().from(coopHosts).orderBy(coopHosts.position, coopHosts.host);
  return rows.map((row) => ({
    ...row,
    hosts: hosts.filter(({ coopId }) => coopId === row.id).map(({ host }) => host),
  }));
}

/** The houses of the federation, for work that goes from door to door. In the federation's door. */
export async function houseIds(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ id: coops.id }).from(coops).orderBy(coops.createdAt, coops.id);
  return rows.map(({ id }) => id);
}

/** Writes a co-op; false when another has its slug. In the federation's door. */
export async function insertCoop(tx: Tx, { hosts, ...row }: Coop): Promise<boolean> {
  const made = await tx.insert(coops).values(row).onConflictDoNothing().returning({ id: coops.id });
  return made.length === 1;
}

/** Gives a co-op one more host name, after those that it has; false when another co-op has it. */
export async function insertHost(tx: Tx, coopId: string, host: string): Promise<boolean> {
  const position = sql<number>`(select count(*)::int from coop_hosts where coop_id = ${coopId})`;
  const made = await tx
    .insert(coopHosts)
    .values({ coopId, host, position })
    .onConflictDoNothing()
    .returning({ host: coopHosts.host });
  return made.length === 1;
}

/** Tells every hub, when the transaction commits, to read the co-ops anew. */
export async function coopsChanged(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${COOPS_CHANGED}, '')`);
}
