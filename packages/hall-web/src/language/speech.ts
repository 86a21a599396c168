import { bindSpeech } from '@koinon/ui/language/react';
import type { SentenceId } from './catalogues.ts';

export const { SpeechProvider, useSpeech, Say } = bindSpeech<SentenceId>();
