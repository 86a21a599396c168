import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DatabaseIsNewer, DataFolderInUse, MigrationChanged } from './errors.ts';
import { migrations, pendingMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';
import { testDatabases, testSecret } from './testing/index.ts';

testDatabases('migrations', (at) => {
  const owner = { run: async () => undefined, rows: (sql: string) => at.asOwner(sql) };

  test('after opening nothing is pending', async () => {
    expect(await pendingMigrations(owner)).toEqual([]);
  });

  test('a database of a newer version is refused', async () => {
    await at.asOwner(`insert into koinon.migrations (name, hash) values ('9999_tomorrow', 'x')`);
    await expect(pendingMigrations(owner)).rejects.toBeInstanceOf(DatabaseIsNewer);
    await at.asOwner(`delete from koinon.migrations where name = '9999_tomorrow'`);
  });

  test('a migration that was changed after it was applied is refused', async () => {
    const [first] = migrations();
    await at.asOwner(`update koinon.migrations set hash = 'other' where name = '${first?.name}'`);
    const refused = await pendingMigrations(owner).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MigrationChanged);
    expect(refused).toMatchObject({ migration: first?.name });
    await at.asOwner(`update koinon.migrations set hash = '${first?.hash}' where name = '${first?.name}'`);
  });
});

test('PGlite keeps what was written, opens once, and opens again after closing', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-data-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const place = { databaseUrl: null, dataDir, secret: testSecret };
  const first = await openDatabase(place);
  const [second, third] = await Promise.allSettled([openDatabase(place), openDatabase(place)]);
  expect([second, third]).toMatchObject([
    { reason: { name: 'DataFolderInUse' } },
    { reason: { name: 'DataFolderInUse' } },
  ]);
  expect(second).toHaveProperty('reason', expect.any(DataFolderInUse));
  await first.close();
  const again = await openDatabase(place);
  expect(await again.asFederation(async () => 'in')).toBe('in');
  await again.close();
}, 120_000);
