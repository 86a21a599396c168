import type { PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';

interface Answer<Row> {
  rows: Row extends Record<string, unknown> ? Row[] : Record<string, unknown>[];
}

interface AnswerKind extends PgQueryResultHKT {
  type: Answer<this['row']>;
}

/**
 * One transaction behind a door: Drizzle's query builder on either database. Use `returning()` where the
 * number of changed rows matters; `execute` answers `{ rows }` on both databases and nothing else that both share.
 */
export type Tx = PgTransaction<AnswerKind, Record<string, never>, Record<string, never>>;
