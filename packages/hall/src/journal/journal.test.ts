import { appendFile, type FileHandle, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal.ts';
import { encodeLine } from './line.ts';
import { readJournal } from './read.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-journal-'));
  path = join(folder, 'meeting.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const unexpected = (error: Error): never => {
  throw error;
};
const numbers = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

describe('a journal', () => {
  it('keeps what was appended before it says so, in order', async () => {
    const { journal } = await Journal.open(path, unexpected);
    const told: number[] = [];
    const all = numbers(200).map(async ({ n }) => {
      await journal.append([{ n }]);
      told.push(n);
      expect(readJournal(await readFile(path)).values.length).toBeGreaterThan(n);
    });
    await Promise.all(all);
    expect(told).toEqual(numbers(200).map(({ n }) => n));
    await journal.close();
    const again = await Journal.open(path, unexpected);
    expect(again.content).toMatchObject({ values: numbers(200), end: 'clean' });
    await again.journal.close();
  });

  it('is readable by its owner alone', async () => {
    const { journal } = await Journal.open(path, unexpected);
    await journal.close();
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('goes on after a line that a dying process left unfinished', async () => {
    await appendFile(path, `${numbers(2).map(encodeLine).join('')}{"n":2,"cr`);
    const first = await Journal.open(path, unexpected);
    expect(first.content).toMatchObject({ values: numbers(2), end: 'torn' });
    await first.journal.append([{ n: 2 }]);
    await first.journal.close();
    const second = await Journal.open(path, unexpected);
    expect(second.content).toMatchObject({ values: numbers(3), end: 'clean' });
    await second.journal.close();
  });

  it('keeps a copy when more than the end cannot be read', async () => {
    const damaged = `${encodeLine({ n: 0 })}what is this\n${encodeLine({ n: 2 })}`;
    await appendFile(path, damaged);
    const { journal, content } = await Journal.open(path, unexpected);
    expect(content).toMatchObject({ values: [{ n: 0 }], end: 'damaged' });
    expect(await readFile(`${path}.damaged`, 'utf8')).toBe(damaged);
    await journal.close();
  });

  it('refuses lines after it was closed', async () => {
    const { journal } = await Journal.open(path, unexpected);
    const last = journal.append([{ n: 0 }]);
    await journal.close();
    await last;
    await expect(journal.append([{ n: 1 }])).rejects.toThrow(new Error('The journal is closed.'));
  });
});

describe('a journal cut anywhere', () => {
  it('gives the lines that are whole', async () => {
    const bytes = Buffer.from([{ text: 'é\n' }, { text: '\u{1f6aa}' }, { n: 3 }].map(encodeLine).join(''));
    fc.assert(
      fc.property(fc.nat({ max: bytes.length }), (cut) => {
        const content = readJournal(bytes.subarray(0, cut));
        expect(content.goodBytes).toBeLessThanOrEqual(cut);
        expect(content.values.map(encodeLine).join('')).toBe(bytes.toString('utf8', 0, content.goodBytes));
        expect(content.end).toBe(content.goodBytes === cut ? 'clean' : 'torn');
      }),
    );
  });
});

describe('a disk that refuses', () => {
  it('delays the answer until the line is kept, and leaves no half line', async () => {
    const troubles: string[] = [];
    const { journal } = await Journal.open(path, (error) => troubles.push(error.message));
    await journal.append([{ n: 0 }]);
    const repair = await breakWrites(2);
    try {
      await journal.append([{ n: 1 }]);
    } finally {
      repair();
    }
    expect(troubles).toEqual(['ENOSPC', 'ENOSPC']);
    expect(await readFile(path, 'utf8')).toBe(numbers(2).map(encodeLine).join(''));
    await journal.close();
  });
});

/** Every file handle writes five bytes and then fails, so many times. */
async function breakWrites(times: number): Promise<() => void> {
  const probe = await open(path, 'r');
  const handles: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const write = handles.appendFile;
  let left = times;
  handles.appendFile = async function (this: FileHandle, data, options) {
    if (left === 0) return write.call(this, data, options);
    left -= 1;
    await write.call(this, Buffer.from(data as Buffer).subarray(0, 5), options);
    throw new Error('ENOSPC');
  };
  return () => {
    handles.appendFile = write;
  };
}
