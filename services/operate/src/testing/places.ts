import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createDatabase, dropDatabase } from '@koinon/hub/upkeep';
import pg from 'pg';
import { inject } from 'vitest';
import type {} from '../../../../packages/hub/src/db/testing/global-setup.ts';
import type { Place } from '../place.ts';

/** An installation of a test's own: an empty data folder and, on PostgreSQL, an empty database. */
export interface TestPlace extends Place {
  /** Runs statements as the owner of the tables. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export async function pglitePlace(): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-place-'));
  return {
    dataDir,
    databaseUrl: null,
    sql: async (text) => {
      const pglite = await PGlite.create({ dataDir: join(dataDir, 'pglite') });
      const results = await pglite.exec(text);
      await pglite.close();
      return results.flatMap(({ rows }) => rows as Record<string, unknown>[]);
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

export async function postgresPlace(): Promise<TestPlace> {
  const { url } = inject('koinonPostgres');
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-place-'));
  const name = `place_${randomBytes(6).toString('hex')}`;
  await createDatabase(url, name);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    dataDir,
    databaseUrl: own.href,
    sql: async (text) => {
      const client = new pg.Client(own.href);
      await client.connect();
      const results = [await client.query<Record<string, unknown>>(text)].flat();
      await client.end();
      return results.flatMap(({ rows }) => rows);
    },
    remove: async () => {
      await dropDatabase(url, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
