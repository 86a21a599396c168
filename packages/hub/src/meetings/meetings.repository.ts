import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { Look } from './attendance/compare-looks.ts';
import { meetings } from './tables.ts';

export type Meeting = typeof meetings.$inferSelect;

/** The meeting that runs in the room, or is being made. */
export async function runningIn(tx: Tx, roomId: string): Promise<Meeting | null> {
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.roomId, roomId), isNull(meetings.endedAt)));
  return meeting ?? null;
}

export function runningInAny(tx: Tx, roomIds: readonly string[]): Promise<Meeting[]> {
  if (roomIds.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(meetings)
    .where(
      and(inArray(meetings.roomId, [...roomIds]), isNotNull(meetings.startedAt), isNull(meetings.endedAt)),
    );
}

export async function findMeeting(tx: Tx, id: string): Promise<Meeting | null> {
  const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, id));
  return meeting ?? null;
}

/** The latest meetings of a room that really took place, newest first. */
export function latestMeetings(tx: Tx, roomId: string, limit: number): Promise<Meeting[]> {
  return tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.roomId, roomId), isNotNull(meetings.startedAt)))
    .orderBy(desc(meetings.createdAt), desc(meetings.id))
    .limit(limit);
}

/** False when the room has a running meeting already: the database keeps it to one, between all hubs. */
export async function insertMeeting(tx: Tx, meeting: typeof meetings.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(meetings)
    .values(meeting)
    .onConflictDoNothing({ target: meetings.roomId, where: sql`ended_at is null` })
    .returning({ id: meetings.id });
  return inserted.length > 0;
}

/** Null when another hub was first, or the meeting was given up meanwhile. */
export async function markStarted(
  tx: Tx,
  id: string,
  made: { startedAt: Date; engineCreateTime: number; clockSkewMs: number; told: boolean },
): Promise<Meeting | null> {
  const [meeting] = await tx
    .update(meetings)
    .set(made)
    .where(and(eq(meetings.id, id), isNull(meetings.startedAt), isNull(meetings.endedAt)))
    .returning();
  return meeting ?? null;
}

export interface MeetingEnd {
  at: Date;
  precisionS: number;
  reason: 'ended' | 'failed' | 'lost';
}

/**
 * Ends a meeting, once. `first` is false when it was over already; an exact time still replaces an estimated one.
 * `failed` is only for a meeting that was never made.
 */
export async function markEnded(tx: Tx, id: string, end: MeetingEnd): Promise<{ first: boolean }> {
  const set = { endedAt: end.at, endPrecisionS: end.precisionS, endReason: end.reason };
  const open = [eq(meetings.id, id), isNull(meetings.endedAt)];
  if (end.reason === 'failed') open.push(isNull(meetings.startedAt));
  const ended = await tx
    .update(meetings)
    .set({ ...set, lastLook: null })
    .where(and(...open))
    .returning({ id: meetings.id });
  if (ended.length > 0 || end.reason === 'failed') return { first: ended.length > 0 };
  await tx
    .update(meetings)
    .set(set)
    .where(
      and(
        eq(meetings.id, id),
        ne(meetings.endReason, 'failed'),
        or(eq(meetings.endReason, 'lost'), sql`${meetings.endPrecisionS} > ${end.precisionS}`),
      ),
    );
  return { first: false };
}

/** True for the first caller only: a token that ends a meeting is good once. */
export async function useUpEndToken(tx: Tx, id: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(meetings)
    .set({ endToldAt: at })
    .where(and(eq(meetings.id, id), isNull(meetings.endToldAt)))
    .returning({ id: meetings.id });
  return used.length > 0;
}

export async function keepLook(tx: Tx, id: string, look: Look): Promise<void> {
  await tx
    .update(meetings)
    .set({ lastLook: look })
    .where(and(eq(meetings.id, id), isNull(meetings.endedAt)));
}
