import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { takeLock } from './lock.ts';
import { keepSecret } from './secret.ts';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'koinon-folder-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('the folder is made, with everything above it, for this user alone', async () => {
  const path = join(place, 'a', 'b');
  (await openDataFolder(path)).close();
  expect((await stat(path)).mode & 0o777).toBe(0o700);
});

test('it opens once, and again after it was closed', async () => {
  const first = await openDataFolder(place);
  await expect(openDataFolder(place)).rejects.toThrow(
    `The data folder ${place} is already open in another Koinon (process ${process.pid}).`,
  );
  first.close();
  (await openDataFolder(place)).close();
});

test('the lock of a process that was killed is taken over', async () => {
  const program = `
    const { openDataFolder } = await import(${JSON.stringify(new URL('./data-folder.ts', import.meta.url).href)});
    await openDataFolder(${JSON.stringify(place)});
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await expect(openDataFolder(place)).rejects.toThrow(`(process ${child.pid})`);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  (await openDataFolder(place)).close();
});

test('of many that open it at the same time, one does', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(join(place, 'lock'))));
  expect(taken.filter((lock) => lock.ok)).toHaveLength(1);
  for (const lock of taken) if (lock.ok) lock.release();
});

test('a file in the folder’s place is told', async () => {
  const path = join(place, 'file');
  await writeFile(path, 'kept');
  await expect(openDataFolder(path)).rejects.toThrow(
    `The data folder ${path} cannot be written: there is a file of that name, or on the way to it.`,
  );
  await expect(openDataFolder(join(path, 'below'))).rejects.toThrow(
    'cannot be written: there is a file of that name, or on the way to it.',
  );
});

test('a place where no folder can be made is told', async (context) => {
  if (process.platform !== 'linux') return context.skip('/proc is of Linux');
  await expect(openDataFolder('/proc/koinon/data')).rejects.toThrow(
    'The data folder /proc/koinon/data cannot be written: no folder can be made there.',
  );
});

test('a secret is made once, kept, and readable by this user alone', async () => {
  const file = join(place, 'secret');
  const made = await Promise.all([keepSecret(file), keepSecret(file), keepSecret(file)]);
  expect(new Set(made).size).toBe(1);
  expect(made[0]).toMatch(/^[\w-]{43}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(place)).toEqual(['secret']);
});

test('a secret that was cut short is not replaced', async () => {
  const file = join(place, 'secret');
  await writeFile(file, 'abc\n');
  await expect(keepSecret(file)).rejects.toThrow(`${file} does not hold a secret of at least 32 characters.`);
});
