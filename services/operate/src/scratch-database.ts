import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase, makeRoles } from '@koinon/hub/upkeep';
import { CannotStart } from '@koinon/running';
import { dump, restoreDump } from './postgres-tools.ts';

/** Gives a copy of a PostgreSQL database to `work`, and removes it afterwards, however that went. */
export async function withScratchDatabase(
  databaseUrl: string,
  work: (copy: string) => Promise<unknown>,
): Promise<void> {
  const name = `koinon_try_${randomBytes(6).toString('hex')}`;
  const copy = new URL(databaseUrl);
  copy.pathname = `/${name}`;
  const folder = await mkdtemp(join(tmpdir(), 'koinon-try-'));
  await createDatabase(databaseUrl, name).catch((cause: unknown) => {
    throw new CannotStart(
      'The database user may not make the copy on which a migration is tried.',
      'Run once as administrator: alter role <the user of DATABASE_URL> createdb. Nothing was changed.',
      { cause },
    );
  });
  try {
    const file = join(folder, 'database.dump');
    await dump(databaseUrl, file);
    await makeRoles(copy.href);
    await restoreDump(copy.href, file);
    await work(copy.href);
  } finally {
    await dropDatabase(databaseUrl, name);
    await rm(folder, { recursive: true, force: true });
  }
}
