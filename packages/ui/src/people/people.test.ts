import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dye } from './dye.ts';
import { initials } from './initials.ts';

it('takes the first letters of the first and the last word, whole in every script', () => {
  expect(
    [
      'Priya Raman',
      'Montserrat Puigdevall i Casademont',
      'Rui',
      ' ',
      '',
      'élise',
      'سلمى كريم',
      '李小龙',
      '👩‍🌾 Zoë',
      "N'Diaye-Ba",
    ].map(initials),
  ).toEqual(['PR', 'MC', 'R', '·', '·', 'É', 'سك', '李', '👩‍🌾Z', 'NB']);
});

it('keeps to two letters whatever the name', () => {
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => [...letters.segment(initials(name))].length <= 4),
  );
});

it('gives everybody one of six dyes', () => {
  fc.assert(fc.property(fc.string(), (id) => dye(id) >= 1 && dye(id) <= 6));
  expect(new Set(Array.from({ length: 200 }, (_, n) => dye(`person-${n}`))).size).toBe(6);
});
