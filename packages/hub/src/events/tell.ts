import { sql } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import type { EventType } from './event.ts';
import { eventsSeen, outbox } from './tables.ts';

/** The channel on which the relay hears that there is something to tell. */
export const OUTBOX_CHANNEL = 'koinon_outbox';

export interface Telling<Payload> {
  /** What it happened to, as `kind:id`. Its events are told in the order in which they were written. */
  aggregate: string;
  payload: Payload;
}

/** Writes events into the outbox. */
export interface Events {
  /** Tells an event if, and only if, this transaction commits. */
  tell<Payload>(tx: Tx, type: EventType<Payload>, telling: Telling<Payload>): Promise<void>;
}

export function createEvents({ clock, ids }: { clock: Pick<Clock, 'now'>; ids: Ids }): Events {
  return {
    async tell(tx, type, { aggregate, payload }) {
      const event = {
        id: ids(),
        type: type.name,
        aggregate,
        payload: type.payload.parse(payload),
        at: clock.now(),
      };
      await tx.insert(outbox).values(event);
      await tx.execute(sql`select pg_notify(${OUTBOX_CHANNEL}, '')`);
    },
  };
}

/**
 * True the first time that this subscriber acts on this event. Asked in the transaction of the effect, it makes
 * an effect that is called for at least once happen exactly once.
 */
export async function once(tx: Tx, subscriber: string, event: { id: string; at: Date }): Promise<boolean> {
  const first = await tx
    .insert(eventsSeen)
    .values({ subscriber, eventId: event.id, at: event.at })
    .onConflictDoNothing()
    .returning({ eventId: eventsSeen.eventId });
  return first.length > 0;
}
