import { checkCatalogues } from '@koinon/ui/language';
import { expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import fr from '../../locales/fr.json' with { type: 'json' };
import { speech } from './catalogues.ts';

test('both languages say the same things', () => {
  expect(checkCatalogues({ en, fr })).toEqual([]);
});

test('the voice of the house: no exclamation marks, no please', () => {
  for (const sentence of [...Object.values(en), ...Object.values(fr)]) {
    expect(sentence).not.toMatch(/!|\bplease\b|veuillez|s’il vous plaît/i);
  }
});

test('French is set as French is: typographic apostrophes, narrow spaces before ? and ;', () => {
  for (const sentence of Object.values(fr)) expect(sentence).not.toMatch(/'| [?;:]|[^\u202f ][?;]/);
});

test('hands are counted as each language counts', () => {
  const english = [1, 2, 3, 4, 11, 21].map((place) => speech.in('en').say('people.hand', { place }));
  expect(english).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st']);
  expect(speech.in('fr').say('tile.hand', { place: 1 })).toBe('Parole n°\u00a01');
});
