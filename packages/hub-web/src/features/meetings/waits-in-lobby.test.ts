import { expect, it } from 'vitest';
import { waitsInLobby } from './waits-in-lobby.ts';

const guest = { roles: [] };
const member = { roles: ['member' as const] };
const door = { roomId: null, may: 'join' as const };

it('follows the lobby of the room', () => {
  expect(waitsInLobby({ ...door, lobby: 'off' }, guest)).toBe(false);
  expect(waitsInLobby({ ...door, lobby: 'guests' }, guest)).toBe(true);
  expect(waitsInLobby({ ...door, lobby: 'guests' }, member)).toBe(false);
  expect(waitsInLobby({ ...door, lobby: 'everyone' }, member)).toBe(true);
});

it('never holds up those whose room it is, nor those who must sign in first', () => {
  expect(waitsInLobby({ ...door, lobby: 'everyone', roomId: 'r1' }, member)).toBe(false);
  expect(waitsInLobby({ ...door, lobby: 'guests', may: 'sign-in' }, guest)).toBe(false);
});
