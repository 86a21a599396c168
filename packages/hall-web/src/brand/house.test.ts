import { expect, test } from 'vitest';
import { houseName, paint, webAddress } from './house.ts';

test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', '//a.example', ''])(
  'no link leads to %j',
  (address) => {
    expect(webAddress(address)).toBeNull();
  },
);

test('links lead to web addresses', () => {
  expect(webAddress('https://rooms.example/r/x')).toBe('https://rooms.example/r/x');
  expect(webAddress(null)).toBeNull();
});

test('only a plain colour becomes the paint', () => {
  const set: string[] = [];
  const root = {
    style: { setProperty: (_: string, value: string) => set.push(value) },
  } as unknown as HTMLElement;
  for (const colour of ['#8d2f63', 'red', '#8d2f63;background:url(x)', null]) paint(colour, root);
  expect(set).toEqual(['#8d2f63']);
});

test('a blank name is no name', () => {
  expect(houseName({ brand: { name: '  ', colour: null, logo: null } })).toBeNull();
});
