import { copyFile, type FileHandle, open } from 'node:fs/promises';
import { encodeLine } from './line.ts';
import { type JournalContent, readJournal } from './read.ts';

const RETRY_MS = 1_000;

/** Why a journal cannot be written now; it keeps trying, and nothing is acknowledged meanwhile. */
export type Trouble = (error: Error) => void;

interface Batch {
  text: string;
  kept: () => void;
}

/**
 * An append-only file of JSON lines. Lines that arrive while the disk is busy go down together in one write and
 * one fdatasync; `append` resolves when its lines are on disk, in the order of the calls.
 */
export class Journal {
  #file: FileHandle;
  #goodBytes: number;
  #waiting: Batch[] = [];
  #writing: Promise<void> | null = null;
  #closing = false;
  #trouble: Trouble;

  private constructor(file: FileHandle, goodBytes: number, trouble: Trouble) {
    this.#file = file;
    this.#goodBytes = goodBytes;
    this.#trouble = trouble;
  }

  /** Opens or makes the file; cuts an unfinished end off, keeping a copy when it is more than a torn line. */
  static async open(path: string, trouble: Trouble): Promise<{ journal: Journal; content: JournalContent }> {
    const file = await open(path, 'a+', 0o600);
    const content = readJournal(await file.readFile());
    if (content.end === 'damaged') await copyFile(path, `${path}.damaged`);
    if (content.end !== 'clean') await file.truncate(content.goodBytes);
    return { journal: new Journal(file, content.goodBytes, trouble), content };
  }

  append(values: readonly object[]): Promise<void> {
    if (this.#closing) return Promise.reject(new Error('The journal is closed.'));
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ text: values.map(encodeLine).join(''), kept: resolve });
    this.#writing ??= this.#write();
    return promise;
  }

  /** Waits for what was appended, then gives the file back. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#writing;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    // Yields once so that everything of this turn of the event loop goes down together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batches = this.#waiting;
      this.#waiting = [];
      if (!(await this.#keep(batches))) break;
      for (const batch of batches) batch.kept();
    }
    this.#writing = null;
  }

  /** False when the hall closes while the disk still refuses. */
  async #keep(batches: readonly Batch[]): Promise<boolean> {
    const bytes = Buffer.from(batches.map((batch) => batch.text).join(''));
    for (;;) {
      try {
        await this.#file.appendFile(bytes);
        await this.#file.datasync();
        this.#goodBytes += bytes.length;
        return true;
      } catch (error) {
        this.#trouble(error as Error);
        if (this.#closing) return false;
        await this.#cutBack();
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** A write that stopped half-way must not leave half a line in the middle of the file. */
  async #cutBack(): Promise<void> {
    try {
      await this.#file.truncate(this.#goodBytes);
    } catch (error) {
      this.#trouble(error as Error);
    }
  }
}
