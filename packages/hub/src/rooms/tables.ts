import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { coopId, id, moment } from '../db/columns.ts';

/** The lasting thing that people come back to. */
export const rooms = pgTable(
  'rooms',
  {
    id: id().primaryKey(),
    coopId: coopId(),
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    purpose: text('purpose', { enum: ['conversation'] }).notNull(),
    lobby: text('lobby', { enum: ['off', 'guests', 'everyone'] }).notNull(),
    whoMayStart: text('who_may_start', { enum: ['owner', 'members', 'anyone'] }).notNull(),
    createdAt: moment('created_at').notNull(),
    /** Deleted, and restorable until the purge. */
    deletedAt: moment('deleted_at'),
  },
  (t) => [index('rooms_of_owner').on(t.ownerId), index('rooms_of_coop').on(t.coopId)],
);

/**
 * Every link name that a co-op ever gave out. Former ones keep opening their room; those of a purged room open
 * nothing, and nobody gets them again.
 */
export const roomLinks = pgTable(
  'room_links',
  {
    coopId: coopId(),
    name: text('name').notNull(),
    roomId: uuid('room_id').references(() => rooms.id, { onDelete: 'set null' }),
    current: boolean('current').notNull(),
    since: moment('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coopId, t.name] }),
    uniqueIndex('room_links_current').on(t.roomId).where(sql`current`),
  ],
);
