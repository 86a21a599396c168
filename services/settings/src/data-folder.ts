import { access, constants, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (!(await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await takeLock(join(path, LOCK_FILE));
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = {
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    EROFS: 'that disk is read-only',
    ENOTDIR: 'there is a file of that name, or on the way to it',
    EEXIST: 'there is a file of that name',
    ENOSPC: 'the disk is full',
  }[String(code)];
  if (reason === undefined) return error;
  return new CannotStart(
    `The data folder ${path} cannot be written: ${reason}.`,
    'Give this user the right to write there, or choose another folder with KOINON_DATA.',
    { cause: error },
  );
}
