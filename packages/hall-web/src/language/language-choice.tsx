import { formatLocale } from '@koinon/ui/language';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { useMeeting } from '../visit/visit.ts';
import { type Language, speech } from './catalogues.ts';
import { languageOf } from './language-of.ts';
import { SpeechProvider } from './speech.ts';
import { chosenHere, keepHere } from './tab-choice.ts';

const Choice = createContext<{ language: Language; choose(code: string): void } | null>(null);

export function useLanguageChoice() {
  const choice = use(Choice);
  if (choice === null) throw new TypeError('useLanguageChoice needs a LanguageHouse above it');
  return choice;
}

/** Speaks the person's language to everything inside, and tells the browser which one it is. */
export function LanguageHouse({ children }: { children: ReactNode }) {
  const locale = useMeeting((meeting) => meeting.welcome?.locale ?? null);
  const [html] = useState(() => document.documentElement.lang);
  const [chosen, setChosen] = useState(chosenHere);
  const language = languageOf({ chosen, locale, html, browser: navigator.languages });
  const spoken = useMemo(
    () => speech.in(language, { locale: formatLocale(language, navigator.languages) }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = spoken.dir;
  }, [language, spoken]);
  const choice = useMemo(
    () => ({
      language,
      choose: (code: string) => {
        keepHere(code);
        setChosen(code);
      },
    }),
    [language],
  );
  return (
    <Choice value={choice}>
      <SpeechProvider speech={spoken}>{children}</SpeechProvider>
    </Choice>
  );
}
