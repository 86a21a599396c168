import { acceptedLanguages, createSpeech, pickLanguage, type Speech } from '@koinon/ui/language';
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

export type HallMessage = keyof typeof en;

const speaking = createSpeech<HallMessage>({ en, fr });

/** The language of an answer: what the front end asked for, else what the browser prefers, else English. */
export function languageOf(chosen: string | null, acceptLanguage: string | undefined): string {
  return pickLanguage({
    chosen,
    offered: speaking.languages,
    preferred: acceptedLanguages(acceptLanguage),
  });
}

export const speechIn = (language: string): Speech<HallMessage> => speaking.in(language);
