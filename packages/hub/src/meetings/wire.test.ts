import { expect, test } from 'vitest';
import { Enter } from './wire.ts';

test.each([
  ['x'.repeat(300), 'too_big'],
  ['', 'too_small'],
  [' \t\n', 'too_small'],
  ['\u200b\u202e\u3164', 'too_small'],
  ['\0', 'too_small'],
  [null, 'invalid_type'],
  [['Rui'], 'invalid_type'],
])('%j is no name of a guest', (name, code) => {
  expect(Enter.safeParse({ name }).error?.issues).toMatchObject([{ code, path: ['name'] }]);
});

test.each([
  ['شيماء عبد الله', 'شيماء عبد الله'],
  ['Ann\u202egro.live', 'Anngro.live'],
  ['  Rui \0 Costa ', 'Rui Costa'],
  [`${'x'.repeat(120)}${' '.repeat(300)}`, 'x'.repeat(120)],
])('a guest may be called %j', (name, plain) => {
  expect(Enter.parse({ name })).toEqual({ name: plain });
});

test('nothing else of an entry gets past its shape', () => {
  const forged = { name: 'Rui', moderator: true, guestId: 'x', personId: 'x', role: 'MODERATOR' };
  expect(Enter.parse(forged)).toEqual({ name: 'Rui' });
  expect(Enter.safeParse({ name: 'Rui', language: 'x'.repeat(9) }).error?.issues).toMatchObject([
    { code: 'too_big', path: ['language'] },
  ]);
});
