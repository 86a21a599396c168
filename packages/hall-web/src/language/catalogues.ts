import { createSpeech } from '@koinon/ui/language';
import en from '../../locales/en.json';
import fr from '../../locales/fr.json';

export type SentenceId = keyof typeof en;

/** Each language by its own name. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'fr', name: 'Français' },
] as const;
export type Language = (typeof languages)[number]['code'];

export const speech = createSpeech<SentenceId>({ en, fr });
