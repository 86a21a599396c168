import { createSpeech } from '@koinon/ui/language';
import en from '../../locales/en.json' with { type: 'json' };
import fr from '../../locales/fr.json' with { type: 'json' };

/** The sentences that the hub itself writes to people. */
export const mailSpeech = createSpeech<keyof typeof en>({ en, fr });
