import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CannotStart } from '@koinon/running';
import { type Lock, takeLock } from './lock.ts';

/** A data folder that this process has for itself. */
export interface DataFolder {
  path: string;
  /** Lets others open it again. */
  close(): void;
}

const LOCK_FILE = 'open.lock';

/**
 * Creates the folder when it is not there, and opens it for this process alone.
 * @throws CannotStart when it cannot be written, or another process has it open
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const lock = await prepare(path);
  if (lock.ok) return { path, close: lock.release };
  throw new CannotStart(
    `The data folder ${path} is already open in another Koinon (process ${lock.heldBy}).`,
    'Stop that one first, or choose another folder with KOINON_DATA.',
  );
}

async function prepare(path: string): Promise<Lock> {
  try {
    await makeFolder(path);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await takeLock(join(path, LOCK_FILE));
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** Level by level: Node's own way of making all of them never ends where the kernel says that nothing is there. */
async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  if (found !== null) throw Object.assign(new Error(`${path} is a file`), { code: 'EEXIST' });
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error; // EEXIST: another program was quicker.
  });
}

function cannotWrite(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'that disk is read-only',
    ENOTDIR: 'there is a file of that name, or on the way to it',
    EEXIST: 'there is a file of that name, or on the way to it',
    ENOENT: 'no folder can be made there',
    ENOSPC: 'the disk is full',
  }[String(code)];
  if (reason === undefined) return error;
  return new CannotStart(
    `The data folder ${path} cannot be written: ${reason}.`,
    'Give this user the right to write there, or choose another folder with KOINON_DATA.',
    { cause: error },
  );
}
