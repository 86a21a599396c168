import type { LanguageCode } from '@koinon/hub/wire';
import { ToastShelf } from '@koinon/ui';
import { useQuery } from '@tanstack/react-query';
import {
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from 'react';
import { LanguageContext } from './language.ts';
import { Opening } from './opening.tsx';
import { sessionQuestion } from './session.ts';
import { guessedLanguage, houseLanguage, keepLanguage, SpeechProvider, speechOf } from './speech.ts';

/** Opens the house: who is here, in which language. Its pages show when both are known. */
export function House({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuestion);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [, startTransition] = useTransition();
  const offered = session.data?.house?.languages;
  const personal = session.data?.person?.language ?? null;
  const language = chosen ?? (session.data ? houseLanguage(offered, personal) : guessedLanguage());
  const choose = useCallback((next: LanguageCode) => {
    keepLanguage(next);
    startTransition(() => setChosen(next));
  }, []);
  return (
    <Suspense fallback={<Opening />}>
      <Spoken language={language} offered={offered ?? ['en', 'fr']} choose={choose}>
        {session.data ? <ToastShelf>{children}</ToastShelf> : <Opening failed={session.isError} />}
      </Spoken>
    </Suspense>
  );
}

function Spoken(props: {
  language: LanguageCode;
  offered: readonly LanguageCode[];
  choose: (language: LanguageCode) => void;
  children: ReactNode;
}) {
  const { language, offered, choose } = props;
  const speech = use(speechOf(language));
  const inUse = useMemo(() => ({ language, offered, choose }), [language, offered, choose]);
  useEffect(() => {
    document.documentElement.lang = speech.language;
    document.documentElement.dir = speech.dir;
  }, [speech]);
  return (
    <SpeechProvider speech={speech}>
      <LanguageContext value={inUse}>{props.children}</LanguageContext>
    </SpeechProvider>
  );
}
