import { boolean, char, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment } from '../db/columns.ts';
import type { House } from './wire.ts';

/** The co-ops of the federation. Each one's door reads them all: who else is here is no secret among them. */
export const coops = pgTable('coops', {
  id: id().primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  paint: char('paint', { length: 7 }).notNull(),
  mark: text('mark').$type<House['mark']>().notNull(),
  languages: jsonb('languages').$type<House['languages']>().notNull(),
  currency: char('currency', { length: 3 }).notNull(),
  timeZone: text('time_zone').notNull(),
  operator: boolean('operator').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Host names that lead to a co-op's house, besides `/c/<slug>`. */
export const coopHosts = pgTable('coop_hosts', {
  /** Lower case, without port. */
  host: text('host').primaryKey(),
  coopId: id('coop_id')
    .notNull()
    .references(() => coops.id),
  /** The lowest is the one that people are given. */
  position: integer('position').notNull(),
});
