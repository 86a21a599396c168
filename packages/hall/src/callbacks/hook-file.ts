import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const StoredHook = z.object({
  id: z.string(),
  callbackURL: z.string(),
  meetingID: z.string().nullable(),
  eventID: z.array(z.string()).nullable(),
  getRaw: z.boolean(),
  /** Milliseconds since 1970. */
  createdAtMs: z.number(),
  /** Since when a hook of one meeting has had nothing to hear, as the meeting is over; null while it may have. */
  idleSinceMs: z.number().nullable().default(null),
});
export type StoredHook = z.infer<typeof StoredHook>;

const StoredHooks = z.object({ version: z.literal(1), hooks: z.array(StoredHook) });

/** The file of hooks is there and cannot be read; it is never overwritten. */
export class HookFileError extends Error {
  override readonly name = 'HookFileError';

  constructor(path: string, cause: unknown) {
    super(
      `The file of registered hooks, ${path}, cannot be read. Mend it, or move it away to start without hooks.`,
      {
        cause,
      },
    );
  }
}

/**
 * Reads the registered hooks; none when there is no file yet.
 * @throws {HookFileError}
 */
export function readHookFile(path: string): StoredHook[] {
  try {
    return StoredHooks.parse(JSON.parse(readFileSync(path, 'utf8'))).hooks;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new HookFileError(path, error);
  }
}

/** Replaces the file in one step: whoever is killed in between leaves the old one or the new one. */
export function writeHookFile(path: string, hooks: readonly StoredHook[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ version: 1, hooks }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
