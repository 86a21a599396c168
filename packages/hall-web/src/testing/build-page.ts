import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Builds a page of this package (`.` or `fixtures`) as people get it: in a process of its own, because a test
 * runner's NODE_ENV would bring React's development build.
 */
export async function buildPage(page: '.' | 'fixtures', outDir: string): Promise<void> {
  const vite = fileURLToPath(new URL('./bin/vite.js', import.meta.resolve('vite/package.json')));
  const root = join(import.meta.dirname, '../..', page);
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', root, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { env: { ...process.env, NODE_ENV: 'production' } },
  );
}
