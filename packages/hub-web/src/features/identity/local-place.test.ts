import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localPlace } from './local-place.ts';

it('stays in the house', () => {
  expect(localPlace('/rooms/1?a=b#c')).toBe('/rooms/1?a=b#c');
  for (const bad of [
    undefined,
    '',
    'rooms',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '//',
    'https://evil.example',
    'javascript:1',
  ]) {
    expect(localPlace(bad)).toBe('/');
  }
  expect(localPlace('/sign-in?to=/sign-in')).toBe('/');
});

it('never leads to another origin', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((s) => `/${s}`),
      ),
      (to) => {
        expect(new URL(localPlace(to), 'https://house.example/').origin).toBe('https://house.example');
      },
    ),
  );
});
