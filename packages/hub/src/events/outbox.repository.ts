import { and, asc, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { DomainEvent } from './event.ts';
import { eventsSeen, outbox } from './tables.ts';

/** An event that some subscriber still lacks. */
export interface Unsettled extends DomainEvent<unknown> {
  position: number;
  told: string[];
  attempts: number;
}

/** The oldest events that may be told now; none of an aggregate that waits for another attempt. */
export function dueEvents(tx: Tx, now: Date): Promise<Unsettled[]> {
  const waiting = tx
    .select({ aggregate: sql`waiting.aggregate` })
    .from(sql`${outbox} as waiting`)
    .where(sql`waiting.settled_at is null and waiting.next_at > ${now.toISOString()}`);
  return tx
    .select({
      position: outbox.position,
      id: outbox.id,
      type: outbox.type,
      coopId: outbox.coopId,
      aggregate: outbox.aggregate,
      payload: outbox.payload,
      at: outbox.at,
      told: outbox.told,
      attempts: outbox.attempts,
    })
    .from(outbox)
    .where(
      and(
        isNull(outbox.settledAt),
        or(isNull(outbox.nextAt), lte(outbox.nextAt, now)),
        sql`${outbox.aggregate} not in ${waiting}`,
      ),
    )
    .orderBy(asc(outbox.position))
    .limit(100);
}

export async function saveTold(tx: Tx, position: number, told: string[]): Promise<void> {
  await tx.update(outbox).set({ told }).where(eq(outbox.position, position));
}

export async function settle(tx: Tx, position: number, settledAt: Date): Promise<void> {
  await tx.update(outbox).set({ settledAt, failure: null }).where(eq(outbox.position, position));
}

export async function postpone(
  tx: Tx,
  position: number,
  again: { attempts: number; nextAt: Date; failure: string },
): Promise<void> {
  await tx.update(outbox).set(again).where(eq(outbox.position, position));
}

/** Gives up on an event; its row stays for people to look at. */
export async function giveUp(tx: Tx, position: number, settledAt: Date, failure: string): Promise<void> {
  await tx.update(outbox).set({ settledAt, failure }).where(eq(outbox.position, position));
}

/** Forgets what was told before this moment. */
export async function forget(tx: Tx, before: Date): Promise<void> {
  await tx
    .delete(outbox)
    .where(and(isNotNull(outbox.settledAt), isNull(outbox.failure), lt(outbox.settledAt, before)));
  await tx.delete(eventsSeen).where(lt(eventsSeen.at, before));
}
