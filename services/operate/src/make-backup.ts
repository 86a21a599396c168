import { constants, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '@koinon/running';
import { openDataFolder } from '@koinon/settings';
import { type Manifest, pack } from './archive.ts';
import type { Place } from './place.ts';
import { dump } from './postgres-tools.ts';

/** The name of PostgreSQL's dump in an archive. */
export const DUMP = 'database.dump';
/** What else is kept, relative to the data folder. Journals only grow, so they can be copied while a hall writes. */
const KEPT = ['secret', 'hall/secret', 'hall/journals'];
/** Says which process has something open, and nothing about it once that process is gone. */
const isLock = (path: string) => /\.lock(?:\.pid)?$/.test(path);

/**
 * Archives the database, the journals and the secrets. With PostgreSQL everything may run on; the built-in database
 * must be closed, since one process at a time may have it open.
 * @throws CannotStart when there is nothing to archive, or it is open
 */
export async function makeBackup(
  { dataDir, databaseUrl }: Place,
  file: string,
  now: Date,
): Promise<Manifest> {
  if (existsSync(file))
    throw new CannotStart(
      `${file} is there already.`,
      'Choose another name; archives are never written over.',
    );
  if (databaseUrl !== null) {
    return pack(file, 'postgresql', now, async (stage) => {
      await copyKept(dataDir, stage);
      await dump(databaseUrl, join(stage, DUMP));
    });
  }
  if (!existsSync(join(dataDir, 'pglite'))) {
    throw new CannotStart(
      `There is no database in ${dataDir}.`,
      'Set KOINON_DATA to the data folder, or DATABASE_URL to the database.',
    );
  }
  const folder = await openDataFolder(dataDir);
  try {
    return await pack(file, 'pglite', now, async (stage) => {
      await copyKept(dataDir, stage);
      await copy(join(dataDir, 'pglite'), join(stage, 'pglite'));
    });
  } finally {
    folder.close();
  }
}

async function copyKept(dataDir: string, stage: string): Promise<void> {
  for (const path of KEPT) {
    if (existsSync(join(dataDir, path))) await copy(join(dataDir, path), join(stage, path));
  }
}

/** Copy on write where the file system can. */
async function copy(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (path) => !isLock(path) });
}
