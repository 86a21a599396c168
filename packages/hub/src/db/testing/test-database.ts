import type { Database } from '../database.ts';

/** A migrated database of a test's own. */
export interface TestDatabase {
  db: Database;
  /** One statement as the hub's login, outside every door. */
  bare(sql: string): Promise<Record<string, unknown>[]>;
  /** Statements as the owner of the tables: for arranging what no door may write, and for looking at catalogues. */
  asOwner(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}
