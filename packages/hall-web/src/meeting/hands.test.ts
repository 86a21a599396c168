import { expect, test } from 'vitest';
import { person } from '../testing/samples.ts';
import { handPlaces } from './hands.ts';

test('hands stand in the order in which they went up', () => {
  const people = [
    person('a', { handAt: '2026-05-12T18:02:00.000Z' }),
    person('b'),
    person('d', { handAt: '2026-05-12T18:01:00.000Z' }),
    person('c', { handAt: '2026-05-12T18:01:00.000Z' }),
  ];
  expect([...handPlaces(people)]).toEqual([
    ['c', 1],
    ['d', 2],
    ['a', 3],
  ]);
});
