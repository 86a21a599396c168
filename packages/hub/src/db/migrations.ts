import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseIsNewer, MigrationChanged } from './errors.ts';

/** One step of the schema, as it lies in packages/hub/migrations. */
export interface Migration {
  name: string;
  sql: string;
  hash: string;
}

/** Runs SQL of several statements as the owner of the tables, outside every door. */
export interface Owner {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

const folder = new URL('../../migrations/', import.meta.url);

/** All migrations, in the order in which they are applied. */
export function migrations(): Migration[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(new URL('meta/_journal.json', folder), 'utf8'),
  );
  return journal.entries.map(({ tag }) => {
    const sql = readFileSync(new URL(`${tag}.sql`, folder), 'utf8');
    return { name: tag, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Which migrations this database still lacks. Throws {@link DatabaseIsNewer} and {@link MigrationChanged}. */
export async function pendingMigrations(owner: Owner): Promise<Migration[]> {
  const all = migrations();
  const applied = await appliedMigrations(owner);
  const known = new Map(all.map((m) => [m.name, m]));
  for (const { name, hash } of applied) {
    const migration = known.get(name);
    if (!migration) throw new DatabaseIsNewer(name);
    if (migration.hash !== hash) throw new MigrationChanged(name);
  }
  const done = new Set(applied.map((m) => m.name));
  return all.filter((m) => !done.has(m.name));
}

/** Applies what is missing, each migration in a transaction of its own. Answers their names. The caller holds the lock. */
export async function migrate(owner: Owner): Promise<string[]> {
  const pending = await pendingMigrations(owner);
  for (const { name, sql, hash } of pending) {
    await owner.run(`begin; ${sql}
; insert into koinon.migrations (name, hash) values ('${name}', '${hash}'); commit`);
  }
  return pending.map((m) => m.name);
}

async function appliedMigrations(owner: Owner): Promise<{ name: string; hash: string }[]> {
  const [found] = await owner.rows(`select to_regclass('koinon.migrations') is not null as there`);
  if (!found?.there) return [];
  const rows = await owner.rows('select name, hash from koinon.migrations order by at, name');
  return rows.map((row) => ({ name: String(row.name), hash: String(row.hash) }));
}
