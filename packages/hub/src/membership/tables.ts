import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { coopId, id, moment } from '../db/columns.ts';
import { people } from '../identity/tables.ts';
import type { MemberRole } from '../identity/wire.ts';

/** People in co-ops, with their roles and dates. */
export const memberships = pgTable(
  'memberships',
  {
    id: id().primaryKey(),
    coopId: coopId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    roles: jsonb('roles').$type<MemberRole[]>().notNull(),
    since: moment('since').notNull(),
    until: moment('until'),
  },
  (t) => [
    index('memberships_of_person').on(t.personId),
    uniqueIndex('one_membership_at_a_time').on(t.coopId, t.personId).where(sql`${t.until} is null`),
  ],
);
