import { expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

it('starts again at once after a long life, and waits longer after each short one', () => {
  const backoff = new Backoff();
  expect([60_000, 200, 0, 0, 0, 0, 0, 0].map((livedMs) => backoff.next(livedMs))).toEqual([
    0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
  expect(backoff.next(10_000)).toBe(0);
});
