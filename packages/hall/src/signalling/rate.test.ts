import { expect, it } from 'vitest';
import { Allowance } from './rate.ts';

it('lets a burst through, then so many a second', () => {
  const allowance = new Allowance({ burst: 3, perSecond: 2 }, 0);
  expect([1, 2, 3, 4].map(() => allowance.take(0))).toEqual([true, true, true, false]);
  expect(allowance.take(499)).toBe(false);
  expect(allowance.take(1000)).toBe(true);
  expect([1, 2, 3, 4].map(() => allowance.take(60_000))).toEqual([true, true, true, false]);
});

it('does not mind a clock that goes back', () => {
  const allowance = new Allowance({ burst: 1, perSecond: 1 }, 1000);
  expect(allowance.take(0)).toBe(true);
  expect(allowance.take(0)).toBe(false);
});
