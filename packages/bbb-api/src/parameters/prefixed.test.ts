import { expect, test } from 'vitest';
import { readMeta, readUserdata } from './prefixed.ts';

const hostile = new URLSearchParams([
  ['meta___proto__', 'x'],
  ['meta_constructor', 'a'],
  ['meta_toString', 'b'],
  ['meta_bbb-origin', 'c'],
  ['meta_<a>', 'd'],
  ['userdata-__proto__', 'x'],
  ['userdata-constructor', 'a'],
  ['userdata-<a>', 'd'],
]);

test('names of meta data reach no prototype', () => {
  const meta = readMeta(hostile);
  expect(Object.entries(meta)).toEqual([
    ['constructor', 'a'],
    ['tostring', 'b'],
    ['bbb-origin', 'c'],
  ]);
  expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
});

test('names of userdata reach no prototype, also after a journal', () => {
  const read = readUserdata(hostile);
  for (const userdata of [read, JSON.parse(JSON.stringify(read)) as typeof read]) {
    expect(Object.entries(userdata)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'a'],
    ]);
    expect(Object.getPrototypeOf(userdata)).toBe(Object.prototype);
  }
  expect(Object.prototype).not.toHaveProperty('x');
});
