import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Builds the pages as people get them, into a folder of their own: in another process, because a test runner's
 * NODE_ENV would bring React's development build.
 */
export async function buildPages(): Promise<{ webRoot: string; remove: () => Promise<void> }> {
  const webRoot = await mkdtemp(join(tmpdir(), 'koinon-hub-web-'));
  const vite = fileURLToPath(new URL('./bin/vite.js', import.meta.resolve('vite/package.json')));
  const root = join(import.meta.dirname, '../..');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', root, '--outDir', webRoot, '--emptyOutDir', '--logLevel', 'error'],
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
  return { webRoot, remove: () => rm(webRoot, { recursive: true, force: true }) };
}
