import { expect, test } from 'vitest';
import { type Comer, mayAtDoor, moderates } from './door-rule.ts';

const guest: Comer = { personId: null, roles: [] };
const member: Comer = { personId: 'm', roles: ['member'] };
const owner: Comer = { personId: 'o', roles: ['member'] };
const admin: Comer = { personId: 'a', roles: ['member', 'admin'] };
/** Made the room, then left the house. */
const formerOwner: Comer = { personId: 'o', roles: [] };

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
