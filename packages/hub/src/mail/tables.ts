import { pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment } from '../db/columns.ts';

/** Mails of an installation without SMTP (the demo): read on the outbox page. Kept for a day. */
export const mails = pgTable('mails', {
  id: id().primaryKey(),
  to: text('to').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  at: moment('at').notNull(),
});
