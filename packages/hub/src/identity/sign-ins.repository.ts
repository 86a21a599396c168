import { and, count, desc, eq, gt, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { signIns } from './tables.ts';

/** Somebody asked to sign in. All of this is in the federation's door. */
export type SignIn = typeof signIns.$inferSelect;

/** Lets one request after the other ask for the same address, until the transaction ends. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`);
}

/** When this address was asked for since then, the latest first. */
export async function askedSince(tx: Tx, email: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ askedAt: signIns.askedAt })
    .from(signIns)
    .where(and(eq(signIns.email, email), gt(signIns.askedAt, since)))
    .orderBy(desc(signIns.askedAt));
  return rows.map(({ askedAt }) => askedAt);
}

/** How often addresses that nobody has were asked for since then. */
export async function strangersSince(tx: Tx, since: Date): Promise<number> {
  const [row] = await tx
    .select({ asked: count() })
    .from(signIns)
    .where(and(isNull(signIns.personId), gt(signIns.askedAt, since)));
  return row?.asked ?? 0;
}

/** Whether this address was asked for before, as long as that is remembered. */
export async function wasAskedBefore(tx: Tx, { id, email, askedAt }: SignIn): Promise<boolean> {
  const [row] = await tx
    .select({ asked: count() })
    .from(signIns)
    .where(and(eq(signIns.email, email), ne(signIns.id, id), lt(signIns.askedAt, askedAt)));
  return (row?.asked ?? 0) > 0;
}

export async function insertSignIn(tx: Tx, row: typeof signIns.$inferInsert): Promise<void> {
  await tx.insert(signIns).values(row);
}

export async function findSignIn(tx: Tx, id: string): Promise<SignIn | null> {
  const [found] = await tx.select().from(signIns).where(eq(signIns.id, id));
  return found ?? null;
}

/** Says whose sign-in it is: from now on its code and its link let that person in. */
export async function nameSignIn(tx: Tx, id: string, personId: string): Promise<void> {
  await tx.update(signIns).set({ personId }).where(eq(signIns.id, id));
}

const open = (coopId: string, now: Date) =>
  and(eq(signIns.coopId, coopId), isNull(signIns.spentAt), gt(signIns.expiresAt, now));

/** Takes one of the tries of the browser that asked in this house; null when there is none to take. */
export async function takeTry(
  tx: Tx,
  browserHash: string,
  coopId: string,
  now: Date,
): Promise<SignIn | null> {
  const [taken] = await tx
    .update(signIns)
    .set({ triesLeft: sql`${signIns.triesLeft} - 1` })
    .where(and(eq(signIns.browserHash, browserHash), gt(signIns.triesLeft, 0), open(coopId, now)))
    .returning();
  return taken ?? null;
}

/**
 * Spends a sign-in that was asked for in this house. Answers whose it is, once; null for every later call, and for
 * one that expired or was nobody's.
 */
export async function spend(tx: Tx, id: string, coopId: string, now: Date): Promise<string | null> {
  const [spent] = await tx
    .update(signIns)
    .set({ spentAt: now })
    .where(and(eq(signIns.id, id), isNotNull(signIns.personId), open(coopId, now)))
    .returning({ personId: signIns.personId });
  return spent?.personId ?? null;
}

export async function forgetSignIns(tx: Tx, before: Date): Promise<void> {
  await tx.delete(signIns).where(lt(signIns.askedAt, before));
}
