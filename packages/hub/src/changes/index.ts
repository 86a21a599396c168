import { sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';

/** The channel on which hubs tell each other that a house changed; the payload is the co-op's id. */
export const HOUSE_CHANGES = 'koinon_house';

/**
 * Tells every page that is open in the house of this door that something in its rooms changed.
 * It is said when the transaction commits, and not at all when it does not. Only inside `asCoop`.
 */
export async function houseChanged(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${HOUSE_CHANGES}, koinon.coop()::text)`);
}
