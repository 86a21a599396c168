import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another hall has this data folder open. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
  readonly code = 'HALL_FOLDER_IN_USE';
  readonly folder: string;

  constructor(folder: string) {
    super(`The folder ${folder} is open in another hall. Stop that one first, or choose another folder.`);
    this.folder = folder;
  }
}

const BUSY = 5;

/**
 * Takes the folder for this process alone. SQLite holds the operating system's own file lock, which goes with the
 * process however it ends: a killed hall leaves nothing to clean up, and a reused process id deceives nobody.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'hall.lock'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) throw new FolderInUse(folder);
    throw error;
  }
  return () => database.close();
}
