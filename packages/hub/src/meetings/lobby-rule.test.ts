import { expect, test } from 'vitest';
import { joinsAsGuest } from './lobby-rule.ts';

const guest = { guest: true, moderator: false, wasInside: false };
const member = { guest: false, moderator: false, wasInside: false };
const moderator = { guest: false, moderator: true, wasInside: false };

test.each([
  ['off', true, false, false],
  ['guests', true, false, false],
  ['everyone', true, true, false],
] as const)('lobby %s: who joins as a guest', (lobby, ...expected) => {
  expect([guest, member, moderator].map((comer) => joinsAsGuest(lobby, comer))).toEqual(expected);
});

test('who was let in before does not wait again', () => {
  expect(joinsAsGuest('guests', { ...guest, wasInside: true })).toBe(false);
  expect(joinsAsGuest('everyone', { ...guest, wasInside: true })).toBe(false);
  expect(joinsAsGuest('everyone', { ...member, wasInside: true })).toBe(false);
});
