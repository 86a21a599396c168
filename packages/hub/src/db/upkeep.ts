import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate, type Owner, pendingMigrations } from './migrations.ts';
import { lockFolder } from './pglite/folder-lock.ts';
import { ownerOf, pgliteSettings } from './pglite/open.ts';
import { asOwner } from './postgres/owner.ts';
import { makeGroupRoles } from './roles.ts';

/** What backup, restore and upgrade do to a database that no hub of theirs has open. */

export { migrations } from './migrations.ts';

/** A database, without the keys that a hub needs to work with it. */
export interface UpkeepPlace {
  /** PostgreSQL address of the user who owns the tables; null for PGlite in `dataDir`/pglite. */
  databaseUrl: string | null;
  dataDir: string;
}

/** Names of the migrations that the database still lacks. Throws `DatabaseIsNewer` and `MigrationChanged`. */
export async function pendingIn(place: UpkeepPlace): Promise<string[]> {
  if (place.databaseUrl === null && !existsSync(pgliteOf(place))) return [];
  return withOwner(place, async (owner) => (await pendingMigrations(owner)).map(({ name }) => name));
}

/** Applies what is missing, and answers the names. A migration that fails is rolled back and thrown. */
export async function migrateIn(place: UpkeepPlace): Promise<string[]> {
  return withOwner(place, async (owner) => {
    await owner.run(makeGroupRoles);
    return migrate(owner);
  });
}

/** Makes the roles that a dump of the database refers to. They belong to the cluster and are in no dump. */
export async function makeRoles(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, (owner) => owner.run(makeGroupRoles));
}

/** Whether there is nothing at all in the database. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const rows = await asOwner(databaseUrl, (owner) =>
    owner.rows(`select from pg_class join pg_namespace n on n.oid = relnamespace
      where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1`),
  );
  return rows.length === 0;
}

/** Makes another database in the same cluster. */
export async function createDatabase(databaseUrl: string, name: string): Promise<void> {
  await asOwner(databaseUrl, (_, client) => client.query(`create database ${client.escapeIdentifier(name)}`));
}

/** Removes a database of the cluster, with everybody who is in it. */
export async function dropDatabase(databaseUrl: string, name: string): Promise<void> {
  await asOwner(databaseUrl, (_, client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

async function withOwner<T>(place: UpkeepPlace, work: (owner: Owner) => Promise<T>): Promise<T> {
  if (place.databaseUrl !== null) return asOwner(place.databaseUrl, (owner) => work(owner));
  const folder = pgliteOf(place);
  const lock = await lockFolder(folder);
  try {
    const pglite = await PGlite.create({ dataDir: folder, ...pgliteSettings });
    try {
      return await work(ownerOf(pglite));
    } finally {
      await pglite.close();
    }
  } finally {
    await lock.release();
  }
}

function pgliteOf({ dataDir }: UpkeepPlace): string {
  return join(dataDir, 'pglite');
}
