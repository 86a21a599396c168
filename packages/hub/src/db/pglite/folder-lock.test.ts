import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { DataFolderInUse } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';

let place: string;
let count = 0;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'koinon-lock-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

const folder = () => join(place, 'not', 'there', 'yet', String(count++));

test('a folder is locked once, and free again after release', async () => {
  const path = folder();
  const first = await lockFolder(path);
  const refused = await lockFolder(path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DataFolderInUse);
  expect(refused).toMatchObject({ folder: path, pid: process.pid });
  await first.release();
  await (await lockFolder(path)).release();
});

test('the lock of a living process holds, and that of a killed one is taken over', async () => {
  const path = folder();
  const other = await holder(path);
  await expect(lockFolder(path)).rejects.toMatchObject({ name: 'DataFolderInUse', pid: other.pid });
  other.kill('SIGKILL');
  await once(other, 'exit');
  await (await lockFolder(path)).release();
});

test('of many processes that find a left lock, one gets the folder', async () => {
  const path = folder();
  const dead = await holder(path);
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  const locks = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(path)));
  const taken = locks.filter((lock) => lock.status === 'fulfilled');
  expect(taken).toHaveLength(1);
  await taken[0]?.value.release();
});

test('another process that got the same number is not taken for the holder', async (context) => {
  if (process.platform !== 'linux') context.skip('only Linux tells when a process began');
  const path = folder();
  await (await lockFolder(path)).release();
  await writeFile(
    `${path}.lock`,
    JSON.stringify({ pid: process.pid, started: 'another boot', host: hostname() }),
  );
  await (await lockFolder(path)).release();
});

test('a lock from another machine holds while it is touched, and is left when it is silent', async () => {
  const path = folder();
  await (await lockFolder(path)).release();
  await writeFile(`${path}.lock`, JSON.stringify({ pid: 1, started: null, host: 'elsewhere' }));
  await expect(lockFolder(path)).rejects.toBeInstanceOf(DataFolderInUse);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${path}.lock`, longAgo, longAgo);
  await (await lockFolder(path)).release();
});

test('a lock that was cut short in the middle is taken over after a while', async () => {
  const path = folder();
  await (await lockFolder(path)).release();
  await writeFile(`${path}.lock`, '{"pi');
  await expect(lockFolder(path)).rejects.toBeInstanceOf(DataFolderInUse);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${path}.lock`, longAgo, longAgo);
  const lock = await lockFolder(path);
  expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toMatchObject({ pid: process.pid });
  await lock.release();
});

async function holder(path: string): Promise<ChildProcess> {
  const program = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    await lockFolder(${JSON.stringify(path)});
    process.stdout.write('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (!child.stdout) throw new Error('no output');
  await once(child.stdout, 'data');
  return child;
}
