import { join } from 'node:path';
import { deriveKey } from '../sealing/index.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite/open.ts';
import { openPostgres } from './postgres/open.ts';

/** Where the database is and what its keys are derived from. */
export interface DatabasePlace {
  /** PostgreSQL address of the user who owns the tables; null for PGlite in `dataDir`/pglite. */
  databaseUrl: string | null;
  dataDir: string;
  secret: string;
}

/**
 * Opens and migrates the database. Throws {@link DataFolderInUse}, {@link DatabaseIsNewer},
 * {@link MigrationChanged}, {@link RolesMissing}, and what the driver throws when there is no database.
 */
export function openDatabase({ databaseUrl, dataDir, secret }: DatabasePlace): Promise<Database> {
  const doorKey = deriveKey(secret, 'database doors');
  if (databaseUrl === null) return openPglite(join(dataDir, 'pglite'), doorKey);
  return openPostgres(databaseUrl, doorKey, deriveKey(secret, 'database login').toString('hex'));
}
