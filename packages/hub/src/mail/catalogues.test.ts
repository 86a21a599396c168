import { checkCatalogues } from '@koinon/ui/language';
import { expect, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import fr from '../../locales/fr.json' with { type: 'json' };

test('every language says everything', () => {
  expect(checkCatalogues({ en, fr })).toEqual([]);
});
