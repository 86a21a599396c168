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
});
export type StoredHook = z.infer<typeof StoredHook>;

const StoredHooks = z.object({ version: z.literal(1), hooks: z.array(StoredHook) });

/** Reads the registered hooks; none when there is no file yet. A file that cannot be understood is thrown. */
export function readHookFile(path: string): StoredHook[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return StoredHooks.parse(JSON.parse(text)).hooks;
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
