import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

export type Lock = { ok: true; release: () => void } | { ok: false; heldBy: string };

/** SQLITE_BUSY (https://www.sqlite.org/rescode.html#busy) */
const BUSY = 5;

/**
 * Locks a file for this process. It is a lock of the operating system, so it ends with the process, however that
 * ends. Node has no call for that of its own; SQLite takes one, on every system, for an exclusive transaction.
 */
export async function takeLock(file: string): Promise<Lock> {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      return { ok: false, heldBy: await readFile(holderOf(file), 'utf8').catch(() => 'unknown') };
    }
    throw error;
  }
  await writeFile(holderOf(file), String(process.pid), { mode: 0o600 });
  return { ok: true, release: () => database.close() };
}

/** The number of the process, for people; nothing is decided by it. */
const holderOf = (file: string) => `${file}.pid`;
