import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLinkName, linkNameOf, linkNames, wordless } from './link-name.ts';

test.each([
  ['Morning circle', 'morning-circle'],
  ['Cercle du mardi', 'cercle-du-mardi'],
  ['L’assemblée générale — été 2026', 'lassemblee-generale-ete-2026'],
  ['Straße & Œuvre', 'strasse-oeuvre'],
  ['Συνέλευση', 'syneleysi'],
  ['Рада кооперативу', 'rada-kooperativu'],
  ['İstanbul', 'istanbul'],
  ['  --  ', ''],
  ['اجتماع الثلاثاء', ''],
  ['週会 3', '3'],
])('%s becomes %s', (name, link) => {
  expect(linkNameOf(name)).toBe(link);
});

test('a long name is cut between words', () => {
  const link = linkNameOf('A conversation about everything that the members of the house wanted to say');
  expect(link).toBe('a-conversation-about-everything-that-the-members');
});

test('every name gives a link name or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const link = linkNameOf(name);
      expect(link === '' || isLinkName(link)).toBe(true);
      expect(link.length).toBeLessThanOrEqual(48);
      expect(linkNameOf(link)).toBe(link);
    }),
  );
});

test('candidates differ and stay link names', () => {
  const tried = linkNames('morning-circle');
  expect([tried.next().value, tried.next().value, tried.next().value]).toEqual([
    'morning-circle',
    'morning-circle-2',
    'morning-circle-3',
  ]);
});

test('a name without letters gets syllables', () => {
  let n = 0;
  const link = wordless((below) => n++ % below);
  expect(link).toMatch(/^[a-z]{6}-[a-z]{6}$/);
  expect(isLinkName(link)).toBe(true);
});

test.each(['', '-a', 'a-', 'A', 'a/b', '../x', 'a%20b', 'é', 'a'.repeat(80)])(
  '%j is no link name',
  (text) => {
    expect(isLinkName(text)).toBe(false);
  },
);
