import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isEmpty, makeRoles, pendingIn } from '@koinon/hub/upkeep';
import { CannotStart } from '@koinon/running';
import { openDataFolder } from '@koinon/settings';
import { type Manifest, unpack } from './archive.ts';
import { DUMP } from './make-backup.ts';
import type { Place } from './place.ts';
import { restoreDump } from './postgres-tools.ts';

const STAGE = '.restoring';
const OURS = new Set([STAGE, 'open.lock', 'open.lock.pid']);

export interface BroughtBack {
  manifest: Manifest;
  /** Migrations that the next start will apply, since the archive is of an older version. */
  pending: string[];
}

/**
 * Brings an archive back into an empty data folder and, for PostgreSQL, an empty database. Nothing is written over:
 * what is not empty is refused, and what fails leaves both as empty as they were.
 * @throws CannotStart
 */
export async function bringBack(place: Place, file: string): Promise<BroughtBack> {
  if (!existsSync(file))
    throw new CannotStart(`There is no file ${file}.`, 'Give the archive that `npm run backup` wrote.');
  const folder = await openDataFolder(place.dataDir);
  try {
    await insistOnEmpty(place);
    return await fill(place, file);
  } finally {
    folder.close();
  }
}

async function insistOnEmpty({ dataDir, databaseUrl }: Place): Promise<void> {
  const found = (await readdir(dataDir)).filter((name) => !OURS.has(name));
  if (found.length > 0) {
    throw new CannotStart(
      `The data folder ${dataDir} is not empty (${found.slice(0, 3).join(', ')}).`,
      'Archives come back into an empty place only: move that folder away, or choose another with KOINON_DATA.',
    );
  }
  if (databaseUrl !== null && !(await isEmpty(databaseUrl))) {
    throw new CannotStart(
      'The database that DATABASE_URL names is not empty.',
      'Archives come back into an empty place only: make a new database and name that.',
    );
  }
}

async function fill(place: Place, file: string): Promise<BroughtBack> {
  const stage = join(place.dataDir, STAGE);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { mode: 0o700 });
  try {
    const manifest = await unpack(file, stage);
    if (place.databaseUrl !== null) await fillPostgres(manifest, stage, place.databaseUrl);
    else if (manifest.database !== 'pglite') {
      throw new CannotStart(
        'This archive holds a PostgreSQL database.',
        'Set DATABASE_URL to an empty PostgreSQL database. Nothing was changed.',
      );
    }
    // Opening it is the proof that it is whole.
    const staged = { ...place, dataDir: stage };
    const pending = await pendingIn(staged);
    for (const name of await readdir(stage)) await rename(join(stage, name), join(place.dataDir, name));
    return { manifest, pending };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function fillPostgres(manifest: Manifest, stage: string, databaseUrl: string): Promise<void> {
  if (manifest.database !== 'postgresql') {
    throw new CannotStart(
      'This archive holds the built-in database.',
      'Take DATABASE_URL away and restore again. Nothing was changed.',
    );
  }
  await makeRoles(databaseUrl);
  await restoreDump(databaseUrl, join(stage, DUMP));
  await rm(join(stage, DUMP));
}
