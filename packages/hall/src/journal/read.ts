import { decodeLine } from './line.ts';

/** What a journal file holds: its good lines from the start, and how many bytes they take. */
export interface JournalContent {
  values: object[];
  goodBytes: number;
  /** `torn`: the last line was not finished by a dying process. `damaged`: something unreadable with more after it. */
  end: 'clean' | 'torn' | 'damaged';
}

/** Reads up to the first line that cannot be trusted. */
export function readJournal(content: Buffer): JournalContent {
  const values: object[] = [];
  let start = 0;
  while (start < content.length) {
    const lineFeed = content.indexOf(0x0a, start);
    const value = lineFeed < 0 ? null : decodeLine(content.toString('utf8', start, lineFeed));
    if (!value) {
      const isLast = lineFeed < 0 || lineFeed === content.length - 1;
      return { values, goodBytes: start, end: isLast ? 'torn' : 'damaged' };
    }
    values.push(value);
    start = lineFeed + 1;
  }
  return { values, goodBytes: start, end: 'clean' };
}
