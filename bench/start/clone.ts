import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** A fresh clone of what is committed, as a newcomer has it: no packages, no data folder, no built pages. */
export async function freshClone(): Promise<{ folder: string } & AsyncDisposable> {
  const parent = await mkdtemp(join(tmpdir(), 'koinon-bench-'));
  const folder = join(parent, 'koinon');
  await promisify(execFile)('git', ['clone', '--quiet', checkout, folder]);
  return { folder, [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }) };
}

/** Brings the packages from npm's ordinary cache or the registry; not measured. */
export async function installPackages(folder: string): Promise<void> {
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
}
