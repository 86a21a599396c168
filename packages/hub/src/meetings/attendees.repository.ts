import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import type { KeptFact } from './attendance/presence.ts';
import { attendanceFacts, attendees, meetings } from './tables.ts';

export type Attendee = typeof attendees.$inferSelect;

/** Somebody on the way in: a member by their id, a guest by the key of their browser. */
export interface Comer {
  personId: string | null;
  guestKey: string | null;
  name: string | null;
  moderator: boolean;
}

/** The comer's row in this meeting, made or found again; who comes back under another name has that name now. */
export async function admitComer(
  tx: Tx,
  { id, meetingId, comer, at }: { id: string; meetingId: string; comer: Comer; at: Date },
): Promise<Attendee> {
  const target = comer.personId === null ? attendees.guestKey : attendees.personId;
  const [row] = await tx
    .insert(attendees)
    .values({ ...comer, id, meetingId, engineUserId: id, enteredAt: at })
    .onConflictDoUpdate({
      target: [attendees.meetingId, target],
      set: { name: comer.name, moderator: comer.moderator },
    })
    .returning();
  if (row === undefined) throw new Error('An attendee that was just written is not there.');
  return row;
}

/** The attendee whom the engine calls so; made when the engine let in somebody whom we did not send. */
export async function attendeeOfEngine(
  tx: Tx,
  given: { id: string; meetingId: string; engineUserId: string; name: string; moderator: boolean; at: Date },
): Promise<Attendee> {
  const { at, ...rest } = given;
  await tx
    .insert(attendees)
    .values({ ...rest, enteredAt: at })
    .onConflictDoNothing({ target: [attendees.meetingId, attendees.engineUserId] });
  const [row] = await tx
    .select()
    .from(attendees)
    .where(and(eq(attendees.meetingId, given.meetingId), eq(attendees.engineUserId, given.engineUserId)));
  if (row === undefined) throw new Error('An attendee that was just written is not there.');
  return row;
}

export function attendeesOf(tx: Tx, meetingIds: readonly string[]): Promise<Attendee[]> {
  if (meetingIds.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(attendees)
    .where(inArray(attendees.meetingId, [...meetingIds]))
    .orderBy(attendees.enteredAt, attendees.id);
}

/** Adds what is not known yet. Answers how many facts were new. */
export async function addFacts(tx: Tx, meetingId: string, facts: readonly KeptFact[]): Promise<number> {
  if (facts.length === 0) return 0;
  const added = await tx
    .insert(attendanceFacts)
    .values(facts.map((fact) => ({ ...fact, meetingId })))
    .onConflictDoNothing()
    .returning({ subject: attendanceFacts.subject });
  return added.length;
}

export async function factsOf(tx: Tx, meetingIds: readonly string[]): Promise<Map<string, KeptFact[]>> {
  const of = new Map<string, KeptFact[]>(meetingIds.map((id) => [id, []]));
  if (meetingIds.length === 0) return of;
  const rows = await tx
    .select()
    .from(attendanceFacts)
    .where(inArray(attendanceFacts.meetingId, [...meetingIds]));
  for (const row of rows) of.get(row.meetingId)?.push(row);
  return of;
}

/** Whether this attendee has been inside before: who was let in once does not wait again. */
export async function wasInside(tx: Tx, attendeeId: string): Promise<boolean> {
  const [fact] = await tx
    .select({ one: sql`1` })
    .from(attendanceFacts)
    .where(and(eq(attendanceFacts.attendeeId, attendeeId), eq(attendanceFacts.kind, 'joined')))
    .limit(1);
  return fact !== undefined;
}

/** Takes the names of guests out of meetings that ended before then. Answers how many. */
export async function forgetGuests(tx: Tx, endedBefore: Date): Promise<number> {
  const over = tx.select({ id: meetings.id }).from(meetings).where(lt(meetings.endedAt, endedBefore));
  const forgotten = await tx
    .update(attendees)
    .set({ name: null, guestKey: null })
    .where(and(isNull(attendees.personId), isNotNull(attendees.name), inArray(attendees.meetingId, over)))
    .returning({ id: attendees.id });
  return forgotten.length;
}
