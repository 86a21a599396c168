import { expect, test } from 'vitest';
import { countOf } from './sweep.ts';

test.each([
  [[], 0],
  [[2, 3], 5],
  [[-4, 3], 3],
  [[Number.MAX_SAFE_INTEGER, 1], 2_147_483_647],
])('people of %j are %d', (people, count) => {
  expect(countOf(people.map((each) => ({ people: each })))).toBe(count);
});
