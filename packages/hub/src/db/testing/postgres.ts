import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrations } from '../migrations.ts';
import { loginUrl } from '../postgres/login-url.ts';
import { openPostgres } from '../postgres/open.ts';
import { preparePostgres } from '../postgres/owner.ts';
import { loginRole } from '../roles.ts';
import type { TestDatabase } from './test-database.ts';
import { testDoorKey, testPassword } from './test-keys.ts';

/** A database in the run's private cluster, cloned from a migrated template. */
export async function testPostgres(): Promise<TestDatabase & { url: string }> {
  const cluster = inject('koinonPostgres');
  if (!cluster) {
    throw new Error(
      'No private PostgreSQL in this run: vitest.config.ts must name packages/hub/src/db/testing/global-setup.ts.',
    );
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await cloneTemplate(cluster.url, name);
  const url = inDatabase(cluster.url, name);
  const db = await openPostgres(url, testDoorKey, testPassword);
  return {
    db,
    url,
    bare: (sql) => ask(loginUrl(url, loginRole(name), testPassword), sql),
    asOwner: (sql) => ask(url, sql),
    close: async () => {
      await db.close();
      await ask(cluster.superUrl, `drop database "${name}" with (force)`);
    },
  };
}

/** Asks in a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.flatMap((result) => result.rows);
  } finally {
    await client.end();
  }
}

export function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function cloneTemplate(clusterUrl: string, name: string): Promise<void> {
  const hash = createHash('sha256');
  for (const migration of migrations()) hash.update(migration.hash);
  const template = `template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client(clusterUrl);
  await client.connect();
  try {
    // Test files run at the same time: one makes the template, the others wait.
    await client.query('select pg_advisory_lock(1)');
    const { rows } = await client.query('select from pg_database where datname = $1', [template]);
    if (rows.length === 0) {
      await client.query(`create database "${template}_made"`);
      await preparePostgres(inDatabase(clusterUrl, `${template}_made`), testDoorKey, testPassword);
      await client.query(`alter database "${template}_made" rename to "${template}"`);
    }
    await client.query(`create database "${name}" template "${template}"`);
  } finally {
    await client.end();
  }
}
