import { expect, test } from 'vitest';
import { type Act, acts, isAct, may, mayTry } from './index.ts';

const everyAct = Object.keys(acts) as Act[];
const stranger = { signedIn: false, roles: [] };
const guestOfTheHouse = { signedIn: true, roles: [] };
const member = { signedIn: true, roles: ['member'] as const };
const operator = { signedIn: true, roles: ['member', 'operator'] as const };

test('a stranger may do what the table gives to anyone, and nothing else', () => {
  const allowed = everyAct.filter((act) => may(act, stranger));
  expect(allowed).toEqual(everyAct.filter((act) => (acts[act] as readonly string[]).includes('anyone')));
});

test('a room is changed by its owner and by an admin of the house', () => {
  expect(may('rooms.change', { ...member, owns: true })).toBe(true);
  expect(may('rooms.change', { ...member, owns: false })).toBe(false);
  expect(may('rooms.change', member)).toBe(false);
  expect(may('rooms.change', { signedIn: true, roles: ['admin'] })).toBe(true);
});

test('owning without being signed in is nothing', () => {
  expect(may('rooms.change', { signedIn: false, roles: [], owns: true })).toBe(false);
  expect(may('desk.read', { signedIn: false, roles: ['operator'] })).toBe(false);
});

test('the edge lets a person try what they might own, and turns away who never could', () => {
  expect(mayTry('rooms.change', guestOfTheHouse)).toBe(true);
  expect(mayTry('rooms.change', stranger)).toBe(false);
  expect(mayTry('rooms.make', guestOfTheHouse)).toBe(false);
  expect(mayTry('desk.attach', member)).toBe(false);
  expect(mayTry('desk.attach', operator)).toBe(true);
});

test('words that name no act are none', () => {
  expect(isAct('rooms.make')).toBe(true);
  expect(isAct('rooms.anything')).toBe(false);
  expect(isAct('toString')).toBe(false);
});
