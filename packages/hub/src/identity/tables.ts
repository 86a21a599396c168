import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { coops } from '../coops/tables.ts';
import { id, moment } from '../db/columns.ts';

/** People of the federation: one sign-on for all its houses. */
export const people = pgTable('people', {
  id: id().primaryKey(),
  name: text('name').notNull(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  language: text('language'),
  createdAt: moment('created_at').notNull(),
});

/** Somebody asked to sign in with this address; there need not be a person behind it. Kept for a day. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: id().primaryKey(),
    email: text('email').notNull(),
    /** The house where it was asked. */
    coopId: uuid('coop_id')
      .notNull()
      .references(() => coops.id),
    language: text('language').notNull(),
    /** SHA-256 of the cookie of the browser that asked. */
    browserHash: text('browser_hash').notNull().unique(),
    /** Null until the mail is written, and for ever when nobody has this address. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    triesLeft: integer('tries_left').notNull(),
    askedAt: moment('asked_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    spentAt: moment('spent_at'),
  },
  (t) => [index('sign_ins_of_address').on(t.email, t.askedAt), index('sign_ins_asked').on(t.askedAt)],
);

/** Signed-in browsers. */
export const sessions = pgTable(
  'sessions',
  {
    id: id().primaryKey(),
    /** SHA-256 of the token in the cookie. */
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    seenAt: moment('seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    ended: boolean('ended').notNull().default(false),
  },
  (t) => [index('sessions_of_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
);
