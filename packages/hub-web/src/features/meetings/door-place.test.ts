import { expect, it } from 'vitest';

// door-place reads the page's address when it loads; here there is no page.
Object.assign(globalThis, { document: { querySelector: () => null } });
const { doorPlace } = await import('./door-place.ts');

const place = (typed: string) => doorPlace(typed, 'https://house.example', '/c/x');

it('takes a whole address of any house', () => {
  expect(place(' https://other.example/c/y/r/morning-circle ')).toBe(
    'https://other.example/c/y/r/morning-circle',
  );
  expect(place('other.example/r/morning-circle')).toBe('https://other.example/r/morning-circle');
});

it('takes a room of this house by its link name', () => {
  expect(place('cercle-du-mardi')).toBe('https://house.example/c/x/r/cercle-du-mardi');
});

it('takes nothing else', () => {
  for (const bad of [
    '',
    'two words',
    'https://other.example/',
    'javascript:alert(1)//r/x',
    'ftp://x/r/y z',
  ]) {
    expect(place(bad)).toBeNull();
  }
});
