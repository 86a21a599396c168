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

test('a stamp in seconds, of 1970 or of the far future is no time', () => {
  const sentAt = Date.UTC(2026, 10, 22);
  for (const engine of [1, sentAt / 1_000, sentAt * 1_000, Number.MAX_SAFE_INTEGER]) {
    expect(clockSkewMs({ engine, sentAt, answeredAt: sentAt + 500 })).toBe(0);
  }
});
