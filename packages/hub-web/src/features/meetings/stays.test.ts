import { expect, it } from 'vitest';
import { precisionOf, secondsThere } from './stays.ts';

it('adds up every stay; who is still there counts until now', () => {
  const stays = [
    { from: '2026-06-12T10:00:00Z', until: '2026-06-12T10:20:00Z' },
    { from: '2026-06-12T10:25:00Z', until: null },
  ];
  expect(secondsThere({ stays }, Date.parse('2026-06-12T10:30:30Z'))).toBe(20 * 60 + 330);
  expect(secondsThere({ stays: [] }, 0)).toBe(0);
});

it('never counts a stay below nothing', () => {
  expect(secondsThere({ stays: [{ from: '2026-06-12T10:00:00Z', until: '2026-06-12T09:59:00Z' }] }, 0)).toBe(
    0,
  );
});

it('is as exact as the least exact', () => {
  expect(precisionOf([{ precisionS: 0 }, { precisionS: 30 }])).toBe(30);
  expect(precisionOf([])).toBe(0);
});
