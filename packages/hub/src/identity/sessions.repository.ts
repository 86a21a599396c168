import { and, eq, gt, lte, or } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { Person } from './people.repository.ts';
import { people, sessions } from './tables.ts';

/** A signed-in browser. All of this is in the federation's door. */
export type Session = typeof sessions.$inferSelect;

export async function insertSession(tx: Tx, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** The session of a token that is still good, with its person. */
export async function findSession(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ session: Session; person: Person } | null> {
  const [found] = await tx
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.ended, false), gt(sessions.expiresAt, now)));
  return found ?? null;
}

export async function keepSession(
  tx: Tx,
  id: string,
  { seenAt, expiresAt }: { seenAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.update(sessions).set({ seenAt, expiresAt }).where(eq(sessions.id, id));
}

export async function endSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.update(sessions).set({ ended: true }).where(eq(sessions.tokenHash, tokenHash));
}

/** Removes sessions that are over. */
export async function forgetSessions(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(or(eq(sessions.ended, true), lte(sessions.expiresAt, now)));
}
