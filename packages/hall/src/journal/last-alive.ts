import { closeSync, futimesSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file whose time says when the hall was last alive. After a kill it tells, to a second or two, how long those
 * who did not come back had been there.
 */
export class LastAlive {
  /** When the hall was last alive before this start; null when it never was. */
  readonly before: number | null;
  readonly #file: number;

  constructor(dataDir: string) {
    const path = join(dataDir, 'last-alive');
    this.before = timeOf(path);
    this.#file = openSync(path, 'a', 0o600);
  }

  touch(nowMs: number): void {
    futimesSync(this.#file, nowMs / 1000, nowMs / 1000);
  }

  close(): void {
    closeSync(this.#file);
  }
}

function timeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
