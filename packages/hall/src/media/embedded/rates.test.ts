import { expect, it } from 'vitest';
import { sendingLimitBps } from './rates.ts';

it('lets each camera send less the more there are, and a screen always enough for small print', () => {
  expect([1, 2, 4, 9, 16, 25].map((cameras) => sendingLimitBps(['camera'], cameras))).toEqual([
    1_500_000, 1_500_000, 900_000, 450_000, 250_000, 150_000,
  ]);
  expect(sendingLimitBps(['mic', 'camera', 'screen'], 25)).toBe((48 + 150 + 2_500) * 1_000);
  expect(sendingLimitBps([], 3)).toBe(0);
});
