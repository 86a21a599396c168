import { checkCatalogues } from '@koinon/ui/language';
import { expect, it } from 'vitest';
import en from '../locales/en.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };

it('says the same in every language', () => expect(checkCatalogues({ en, fr })).toEqual([]));

it('is written as French is: curly apostrophes, narrow spaces before high signs', () => {
  for (const [key, text] of Object.entries(fr)) {
    expect(text, key).not.toMatch(/[a-zà-ÿ]'[a-zà-ÿ]/i);
    expect(text, key).not.toMatch(/(?:[\p{L}\d)]| )[?;!](?:\s|$)/u);
  }
});

it('keeps the voice: no exclamation marks, no please', () => {
  for (const text of [...Object.values(en), ...Object.values(fr)]) {
    expect(text).not.toMatch(/!|\bplease\b|s’il vous plaît|veuillez/i);
  }
});
