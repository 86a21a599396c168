import type { LanguageCode } from '@koinon/hub/wire';
import { createContext, use } from 'react';

/** The language in use, those that the house offers, and how to change it. */
export interface LanguageInUse {
  language: LanguageCode;
  offered: readonly LanguageCode[];
  choose: (language: LanguageCode) => void;
}

export const LanguageContext = createContext<LanguageInUse | null>(null);

export function useLanguage(): LanguageInUse {
  const inUse = use(LanguageContext);
  if (!inUse) throw new TypeError('useLanguage needs a house around it');
  return inUse;
}
