import { expect, test } from 'vitest';
import { clockSkewMs } from './clock-skew.ts';

test.each([
  [1_500, 0],
  [1_000, 0],
  [2_000, 0],
  [400, 600],
  [32_000, -30_000],
])('a stamp of %d between 1000 and 2000', (engine, skew) => {
  expect(clockSkewMs({ engine, sentAt: 1_000, answeredAt: 2_000 })).toBe(skew);
});
