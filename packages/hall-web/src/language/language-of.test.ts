import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

const browser = ['de-DE', 'fr-CA'];

test('the person’s own choice comes first, then the front end’s, the page’s, the browser’s', () => {
  expect(languageOf({ chosen: 'en', locale: 'fr', html: 'fr', browser })).toBe('en');
  expect(languageOf({ chosen: null, locale: 'fr-CA', html: 'en', browser })).toBe('fr');
  expect(languageOf({ chosen: null, locale: null, html: 'fr', browser: ['en'] })).toBe('fr');
  expect(languageOf({ chosen: null, locale: 'pt', html: '', browser })).toBe('fr');
  expect(languageOf({ chosen: null, locale: null, html: '', browser: ['de'] })).toBe('en');
});
