import { readFileSync, statSync } from 'node:fs';
import { mkdir, open, rm, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { DataFolderInUse } from '../errors.ts';

/** Frees the folder. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  /** When that process started, so that a later process with the same number is not taken for it. */
  started: string | null;
  host: string;
}

const beatMs = 5_000;
const deadAfterMs = 20_000;

/**
 * Locks a data folder for this process: two PGlites on one folder silently lose rows. The lock of a
 * process that is gone is taken over; on another machine or in another container (a shared volume) a
 * lock counts as left when nothing touched it for 20 s. Throws {@link DataFolderInUse}.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = `${folder}.lock`;
  await mkdir(dirname(path), { recursive: true });
  if (!(await take(path))) {
    await clearIfLeft(path, folder);
    if (!(await take(path))) throw new DataFolderInUse(folder, readHolder(path)?.pid ?? 0);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    const me: Holder = { pid: process.pid, started: startedAt(process.pid), host: hostname() };
    await file.writeFile(JSON.stringify(me));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process at a time judges a lock, or the slower of two would remove the quicker one's fresh lock. */
async function clearIfLeft(path: string, folder: string): Promise<void> {
  const judge = `${path}.judge`;
  if (ageMs(judge) > deadAfterMs) await rm(judge, { force: true });
  if (!(await take(judge))) throw new DataFolderInUse(folder, readHolder(path)?.pid ?? 0);
  try {
    const holder = readHolder(path);
    if (isHeld(holder, ageMs(path))) throw new DataFolderInUse(folder, holder?.pid ?? 0);
    await rm(path, { force: true });
  } finally {
    await rm(judge, { force: true });
  }
}

function isHeld(holder: Holder | null, silentMs: number): boolean {
  // Half-written: its maker is either about to finish or was killed in the middle.
  if (!holder) return silentMs < deadAfterMs;
  if (holder.host !== hostname()) return silentMs < deadAfterMs;
  if (!isAlive(holder.pid)) return false;
  return holder.started === null || holder.started === startedAt(holder.pid);
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat with the boot id (proc(5)); null where there is no /proc. */
function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return null;
  }
}
