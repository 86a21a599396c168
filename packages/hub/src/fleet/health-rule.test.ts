import { expect, test } from 'vitest';
import { afterCheck, type Health } from './health-rule.ts';

const at = (s: number) => new Date(s * 1000);
const unknown: Health = { health: 'unknown', misses: 0, silentSince: null };

function timeline(...answers: boolean[]): Health[] {
  let health = unknown;
  return answers.map((answered, s) => {
    health = afterCheck(health, { answered, at: at(s) });
    return health;
  });
}

test('one miss is no outage', () => {
  expect(timeline(true, false, true).map((h) => h.health)).toEqual(['up', 'up', 'up']);
});

test('two misses are, since the first of them', () => {
  expect(timeline(true, false, false, false).at(-1)).toEqual({
    health: 'down',
    misses: 3,
    silentSince: at(1),
  });
});

test('one answer ends it', () => {
  expect(timeline(false, false, true).at(-1)).toEqual({ health: 'up', misses: 0, silentSince: null });
});

test('a server never heard of is unknown until it was silent twice', () => {
  expect(timeline(false, false).map((h) => h.health)).toEqual(['unknown', 'down']);
});
