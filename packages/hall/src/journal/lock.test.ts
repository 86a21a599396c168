import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('gives a folder to one hall at a time', () => {
  const unlock = lockFolder(join(folder, 'hall'));
  expect(() => lockFolder(join(folder, 'hall'))).toThrow(new FolderInUse(join(folder, 'hall')));
  lockFolder(join(folder, 'other'))();
  unlock();
  lockFolder(join(folder, 'hall'))();
});

it('is freed when its process is killed', async () => {
  const lock = pathToFileURL(join(import.meta.dirname, 'lock.ts')).href;
  const source = `
    import { lockFolder } from ${JSON.stringify(lock)};
    lockFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => lockFolder(folder)).toThrow(new FolderInUse(folder));
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder)();
});
