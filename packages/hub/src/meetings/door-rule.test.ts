import { expect, test } from 'vitest';
import { type Comer, mayAtDoor, moderates } from './door-rule.ts';

const guest: Comer = { personId: null, member: false, admin: false };
const member: Comer = { personId: 'm', member: true, admin: false };
const owner: Comer = { personId: 'o', member: true, admin: false };
const admin: Comer = { personId: 'a', member: true, admin: true };
/** Made the room, then left the house. */
const formerOwner: Comer = { personId: 'o', member: false, admin: false };

test.each([
  ['owner', 'wait', 'wait', 'start', 'start', 'wait'],
  ['members', 'wait', 'start', 'start', 'start', 'wait'],
  ['anyone', 'start', 'start', 'start', 'start', 'start'],
] as const)('who may start a room for %s', (whoMayStart, ...expected) => {
  const door = { ownerId: 'o', whoMayStart, running: false };
  expect([guest, member, owner, admin, formerOwner].map((comer) => mayAtDoor(comer, door))).toEqual(expected);
});

test('everybody may join what runs', () => {
  const door = { ownerId: 'o', whoMayStart: 'owner', running: true } as const;
  for (const comer of [guest, member, owner, admin, formerOwner]) expect(mayAtDoor(comer, door)).toBe('join');
});

test('owner and admins moderate', () => {
  expect([guest, member, owner, admin, formerOwner].map((comer) => moderates(comer, 'o'))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
