import { integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { coopId, id, moment } from '../db/columns.ts';

/** One engine instance, attached by the co-op that runs it. Houses that may use it read the row as well. */
export const servers = pgTable(
  'servers',
  {
    id: id().primaryKey(),
    coopId: coopId(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['hall', 'bbb'] }).notNull(),
    /** In its written form, up to and including `/api`. */
    api: text('api').notNull(),
    /** Encrypted at rest; opened only on the way to a driver. */
    secretSealed: text('secret_sealed').notNull(),
    state: text('state', { enum: ['enabled', 'disabled'] })
      .notNull()
      .default('enabled'),
    health: text('health', { enum: ['up', 'down', 'unknown'] })
      .notNull()
      .default('unknown'),
    misses: integer('misses').notNull().default(0),
    silentSince: moment('silent_since'),
    checkedAt: moment('checked_at'),
    version: text('version'),
    meetings: integer('meetings').notNull().default(0),
    people: integer('people').notNull().default(0),
    attachedAt: moment('attached_at').notNull(),
  },
  (t) => [uniqueIndex('servers_known').on(t.coopId, t.api)],
);

/** Where the next meeting of a house runs: at most one row a house, written by whose server it is. */
export const houseServers = pgTable('house_servers', {
  houseId: uuid('house_id').primaryKey(),
  providerId: uuid('provider_id').notNull(),
  serverId: uuid('server_id')
    .notNull()
    .references(() => servers.id),
  since: moment('since').notNull(),
});

/** A meeting's place, reserved before it is made and given back when it is over. Written by the house. */
export const placements = pgTable('placements', {
  meetingId: uuid('meeting_id').primaryKey(),
  coopId: coopId(),
  providerId: uuid('provider_id').notNull(),
  serverId: uuid('server_id')
    .notNull()
    .references(() => servers.id),
  reservedAt: moment('reserved_at').notNull(),
});
