import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainName } from './plain-name.ts';

test.each([
  ['  Morning \n circle ', 'Morning circle'],
  ['Cafe\u0301', 'Café'],
  ['اجتماع الثلاثاء', 'اجتماع الثلاثاء'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['a\u2066b\u2069c', 'abc'],
  ['a\u0000b\u007f', 'ab'],
  ['👩‍🌾 Garden', '👩‍🌾 Garden'],
  ['\u200B\u200D \u00A0', ''],
  ['\u3164', ''],
])('%j becomes %j', (typed, name) => {
  expect(plainName(typed)).toBe(name);
});

test('a plain name stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(plainName(plainName(typed))).toBe(plainName(typed));
    }),
  );
});
