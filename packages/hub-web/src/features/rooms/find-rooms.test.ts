import { expect, it } from 'vitest';
import { findRooms } from './find-rooms.ts';

const rooms = [
  { name: 'Cercle du mardi' },
  { name: 'Réunion générale d’été' },
  { name: 'Ärger im Straßenbau' },
];

it('finds by every word, whatever its case and marks', () => {
  expect(findRooms(rooms, 'mardi CERCLE')).toEqual([rooms[0]]);
  expect(findRooms(rooms, 'reunion ete')).toEqual([rooms[1]]);
  expect(findRooms(rooms, 'arger')).toEqual([rooms[2]]);
  expect(findRooms(rooms, 'mardi été')).toEqual([]);
});

it('shows all before anything is typed', () => expect(findRooms(rooms, '  ')).toBe(rooms));
