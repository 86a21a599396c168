import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { JournalFolder } from './folder.ts';
import { LastAlive } from './last-alive.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'koinon-folder-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it('lists what is open, archives what is over, removes what is old', async () => {
  const folder = await JournalFolder.open(dataDir, (_file, error) => {
    throw error;
  });
  for (const id of ['a-1', 'b-2']) await (await folder.journal(id)).journal.close();
  expect((await folder.list()).toSorted()).toEqual(['a-1', 'b-2']);
  await folder.archive('a-1');
  expect(await folder.list()).toEqual(['b-2']);
  const old = join(dataDir, 'closed', 'a-1.jsonl');
  await utimes(old, 1000, 1000);
  expect(await folder.removeClosedBefore(1_000_000)).toBe(0);
  expect(await folder.removeClosedBefore(1_000_001)).toBe(1);
  expect(await readdir(join(dataDir, 'closed'))).toEqual([]);
});

it('remembers when the hall was last alive', () => {
  const first = new LastAlive(dataDir);
  expect(first.before).toBeNull();
  first.touch(1_795_000_000_500);
  first.close();
  const second = new LastAlive(dataDir);
  expect(second.before).toBe(1_795_000_000_500);
  second.close();
});
