import { expect, test } from 'vitest';
import { closingLine, isGreen, type Tally } from './tally.ts';

const tally = (part: Partial<Tally>): Tally => ({
  passed: 1,
  failed: 0,
  skipped: [],
  unexplained: [],
  ...part,
});

test.each([
  [tally({ passed: 12 }), '12 passed, 0 failed', true],
  [tally({ failed: 2 }), '1 passed, 2 failed', false],
  [tally({ skipped: ['on macOS: no /proc'] }), '1 passed, 0 failed, 1 skipped', true],
  [tally({ unexplained: ['forgotten'] }), '1 passed, 1 failed', false],
  [tally({ passed: 0 }), '0 passed, 0 failed', false],
])('%o closes with "%s"', (run, line, green) => {
  expect([closingLine(run), isGreen(run)]).toEqual([line, green]);
});
