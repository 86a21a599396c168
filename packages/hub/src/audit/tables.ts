import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from '../db/columns.ts';

/** Every privileged act. Append-only; holds ids of persons, never their data. */
export const audit = pgTable(
  'audit',
  {
    id: id().primaryKey(),
    coopId: uuid('coop_id').default(sql`koinon.coop()`),
    /** Who did it; null for the software itself. */
    actorId: uuid('actor_id'),
    act: text('act').notNull(),
    /** What it was done to, as `kind:id`. */
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull().default({}),
    at: moment('at').notNull(),
  },
  (t) => [index('audit_of_coop').on(t.coopId, t.at)],
);
