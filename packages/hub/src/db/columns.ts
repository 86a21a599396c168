import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** A UUIDv7 made by the ids leaf. */
export const id = (name = 'id') => uuid(name);

/** The co-op that a row belongs to: filled by the door, so an insert need not name it. */
export const coopId = () => uuid('coop_id').notNull().default(sql`koinon.coop()`);

/** A moment, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
