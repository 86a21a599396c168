import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises';
import { CannotStart } from '@koinon/running';

const BYTES = 32;
const SHORTEST = 32;

/**
 * The secret kept in a file that only this user reads; generated when there is none yet.
 * @throws CannotStart when the file holds something too short to be one
 */
export async function keepSecret(file: string): Promise<string> {
  const kept = await readKept(file);
  if (kept !== null) return kept;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
  // A link appears whole or not at all, and never replaces a secret that another process has just written.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  const written = await readKept(file);
  if (written === null) throw new Error(`${file} vanished while it was being written`);
  return written;
}

async function readKept(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const secret = text.trim();
  if (secret.length < SHORTEST) {
    throw new CannotStart(
      `${file} does not hold a secret of at least ${SHORTEST} characters.`,
      'Bring the file back from a backup; with another secret, what was encrypted with the old one is lost.',
    );
  }
  await chmod(file, 0o600);
  return secret;
}
