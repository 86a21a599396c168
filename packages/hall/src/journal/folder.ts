import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Journal } from './journal.ts';
import type { JournalContent } from './read.ts';

const ENDING = '.jsonl';

/** The journals of a hall: `meetings/` for those that are needed, `closed/` for those kept a while longer. */
export class JournalFolder {
  readonly #meetings: string;
  readonly #closed: string;
  readonly #trouble: (file: string, error: Error) => void;

  private constructor(dataDir: string, trouble: (file: string, error: Error) => void) {
    this.#meetings = join(dataDir, 'meetings');
    this.#closed = join(dataDir, 'closed');
    this.#trouble = trouble;
  }

  static async open(dataDir: string, trouble: (file: string, error: Error) => void): Promise<JournalFolder> {
    const folder = new JournalFolder(dataDir, trouble);
    await mkdir(folder.#meetings, { recursive: true, mode: 0o700 });
    await mkdir(folder.#closed, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** Internal ids of the meetings whose journals are not closed. */
  async list(): Promise<string[]> {
    const names = await readdir(this.#meetings);
    return names.filter((name) => name.endsWith(ENDING)).map((name) => basename(name, ENDING));
  }

  /** Opens the journal of a meeting, making it when there is none. */
  async journal(internalId: string): Promise<{ journal: Journal; content: JournalContent }> {
    const path = this.#path(this.#meetings, internalId);
    const opened = await Journal.open(path, (error) => this.#trouble(path, error));
    await syncFolder(this.#meetings);
    return opened;
  }

  /** Puts the journal of a meeting, already closed, with those that are no longer needed. */
  async archive(internalId: string): Promise<void> {
    await rename(this.#path(this.#meetings, internalId), this.#path(this.#closed, internalId));
    await syncFolder(this.#meetings);
  }

  /** Forgets a journal that never got its first line. */
  async remove(internalId: string): Promise<void> {
    await rm(this.#path(this.#meetings, internalId), { force: true });
  }

  /** Removes closed journals that were last written before the given time; gives how many. */
  async removeClosedBefore(timeMs: number): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.#closed)) {
      const path = join(this.#closed, name);
      if ((await stat(path)).mtimeMs >= timeMs) continue;
      await rm(path);
      removed += 1;
    }
    return removed;
  }

  #path(folder: string, internalId: string): string {
    return join(folder, `${internalId}${ENDING}`);
  }
}

/** A new name in a folder is on disk only once the folder is. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
