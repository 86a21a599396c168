import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../db/columns.ts';

/** What has happened and is still to be told. Holds ids of persons, never their data. */
export const outbox = pgTable(
  'outbox',
  {
    position: bigint('position', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: uuid('id').notNull().unique(),
    type: text('type').notNull(),
    /** Events of one aggregate are told in order. */
    aggregate: text('aggregate').notNull(),
    coopId: uuid('coop_id').default(sql`koinon.coop()`),
    payload: jsonb('payload').notNull(),
    at: moment('at').notNull(),
    /** Subscribers that have it. */
    told: text('told').array().notNull().default(sql`'{}'`),
    attempts: integer('attempts').notNull().default(0),
    nextAt: moment('next_at'),
    settledAt: moment('settled_at'),
    /** Why it was not told, after the last attempt or for good. */
    failure: text('failure'),
  },
  (t) => [index('outbox_unsettled').on(t.position).where(sql`${t.settledAt} is null`)],
);

/** Which subscriber has already acted on which event: see `once`. */
export const eventsSeen = pgTable(
  'events_seen',
  {
    subscriber: text('subscriber').notNull(),
    eventId: uuid('event_id').notNull(),
    coopId: uuid('coop_id').default(sql`koinon.coop()`),
    at: moment('at').notNull(),
  },
  (t) => [index('events_seen_at').on(t.at), primaryKey({ columns: [t.subscriber, t.eventId] })],
);
