import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('doubles from 250 ms to 2 s and stays there', () => {
  const longest = [0, 1, 2, 3, 4, 50].map((attempt) => backoffMs(attempt, () => 1));
  expect(longest).toEqual([250, 500, 1000, 2000, 2000, 2000]);
});

test('is spread by at most a quarter', () => {
  expect(backoffMs(0, () => 0)).toBe(188);
  expect(backoffMs(9, () => 0)).toBe(1500);
});
