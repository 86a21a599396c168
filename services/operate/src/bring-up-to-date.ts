import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrateIn, pendingIn } from '@koinon/hub/upkeep';
import { CannotStart } from '@koinon/running';
import { openDataFolder } from '@koinon/settings';
import { makeBackup } from './make-backup.ts';
import type { Place } from './place.ts';
import { withScratchDatabase } from './scratch-database.ts';

export interface BroughtUpToDate {
  applied: string[];
  /** Archive from before; null when there was nothing to do. */
  backup: string | null;
}

/**
 * Applies pending migrations: first an archive, then a try on a copy, then the database itself.
 * @param say hears each step as it begins
 * @throws CannotStart when the copy fails; the database was not touched then
 */
export async function bringUpToDate(
  place: Place,
  now: Date,
  say: (step: string) => void,
): Promise<BroughtUpToDate> {
  const pending = await pendingIn(place);
  if (pending.length === 0) return { applied: [], backup: null };
  say(`Pending: ${pending.join(', ')}`);
  const backup = join(
    place.dataDir,
    'backups',
    `before-${pending[0]}-${randomBytes(4).toString('hex')}.tar.gz`,
  );
  await mkdir(join(place.dataDir, 'backups'), { recursive: true, mode: 0o700 });
  await makeBackup(place, backup, now);
  say(`Backup: ${backup}`);
  await tryOnCopy(place, backup);
  say('Tried on a copy: it works.');
  return { applied: await migrateIn(place), backup };
}

async function tryOnCopy(place: Place, backup: string): Promise<void> {
  try {
    if (place.databaseUrl === null) await tryPglite(place.dataDir);
    else await withScratchDatabase(place.databaseUrl, (copy) => migrateIn({ ...place, databaseUrl: copy }));
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    throw new CannotStart(
      `On a copy of the database the migration failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      `Nothing was changed. Go back to the version before, and tell the people who make Koinon; ${backup} holds everything.`,
      { cause },
    );
  }
}

async function tryPglite(dataDir: string): Promise<void> {
  const copy = join(dataDir, '.upgrading');
  const folder = await openDataFolder(dataDir);
  try {
    await rm(copy, { recursive: true, force: true });
    await cp(join(dataDir, 'pglite'), join(copy, 'pglite'), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
    await migrateIn({ dataDir: copy, databaseUrl: null });
  } finally {
    await rm(copy, { recursive: true, force: true });
    folder.close();
  }
}
