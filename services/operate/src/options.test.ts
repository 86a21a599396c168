import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const options = { keep: { type: 'string' } } as const;
const usage = 'npm run backup -- <file>';
const read = (...args: string[]) => readOptions({ args, options }, usage).values;

test('what was typed is read', () => expect(read('--keep', '14')).toEqual({ keep: '14' }));

test.each([
  [['--kep', '14'], "Unknown option '--kep'."],
  [['--keep'], "Option '--keep <value>' argument missing."],
  [['a-file'], "Unexpected argument 'a-file'."],
])('%j is told in a sentence, with the usage', (args, sentence) => {
  expect(() => read(...args)).toThrow(expect.objectContaining({ message: sentence, remedy: usage }));
});
