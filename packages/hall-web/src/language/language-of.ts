import { pickLanguage } from '@koinon/ui/language';
import { type Language, languages } from './catalogues.ts';

const offered = languages.map(({ code }) => code);

/**
 * The page's language: what the person chose here, else what the front end asked for them, else what the hall wrote
 * into the page, else the browser's own.
 */
export function languageOf(wishes: {
  chosen: string | null;
  locale: string | null;
  html: string;
  browser: readonly string[];
}): Language {
  const preferred = [wishes.locale ?? '', wishes.html, ...wishes.browser];
  return pickLanguage<Language>({ chosen: wishes.chosen, offered, preferred });
}
