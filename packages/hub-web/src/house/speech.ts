import type { LanguageCode } from '@koinon/hub/wire';
import { keep, kept } from '@koinon/ui';
import { type Catalogue, createSpeech, formatLocale, pickLanguage, type Speech } from '@koinon/ui/language';
import { bindSpeech } from '@koinon/ui/language/react';
import type en from '../../locales/en.json';

/** The sentences of these pages. */
export type SentenceId = keyof typeof en;
export type HubSpeech = Speech<SentenceId>;
export const { SpeechProvider, useSpeech, Say } = bindSpeech<SentenceId>();

/** Every language in its own name. */
export const languageNames: Record<LanguageCode, string> = { en: 'English', fr: 'Français' };
const spoken: readonly LanguageCode[] = ['en', 'fr'];

const catalogues: Record<LanguageCode, () => Promise<{ default: Catalogue<SentenceId> }>> = {
  en: () => import('../../locales/en.json'),
  fr: () => import('../../locales/fr.json'),
};
const speeches = new Map<LanguageCode, Promise<HubSpeech>>();

/** The speech of a language, loaded once. */
export function speechOf(language: LanguageCode): Promise<HubSpeech> {
  const known = speeches.get(language);
  if (known) return known;
  const made = catalogues[language]().then(({ default: catalogue }) =>
    createSpeech({ [language]: catalogue }).in(language, {
      locale: formatLocale(language, navigator.languages),
    }),
  );
  speeches.set(language, made);
  return made;
}

/** The first guess, before the house is known: what the hub wrote into the page, else the browser's. */
export function guessedLanguage(): LanguageCode {
  return pickLanguage({
    chosen: document.documentElement.lang,
    offered: spoken,
    preferred: navigator.languages,
  });
}

const name = 'koinon-language';

/** The language to speak in a house. What was chosen in this browser comes before what the person set elsewhere. */
export function houseLanguage(
  offered: readonly LanguageCode[] | undefined,
  personal: string | null,
): LanguageCode {
  const among = offered?.length ? offered : spoken;
  return pickLanguage({
    chosen: kept(name),
    offered: among,
    preferred: [...(personal ? [personal] : []), ...navigator.languages],
  });
}

/** Keeps a choice of language in this browser. */
export function keepLanguage(language: LanguageCode): void {
  keep(name, language);
}
