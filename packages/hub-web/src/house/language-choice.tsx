import type { PersonChange } from '@koinon/hub/wire';
import { LanguageSelect, Select } from '@koinon/ui';
import { useMutation } from '@tanstack/react-query';
import { ask } from '../hub/index.ts';
import { useLanguage } from './language.ts';
import { useSession } from './session.ts';
import { languageNames, useSpeech } from './speech.ts';

/** The choice of language: a field in a menu, or (`small`) a key in the rail. Nothing where there is no choice. */
export function LanguageChoice({ small = false }: { small?: boolean }) {
  const { say } = useSpeech();
  const { language, offered, choose } = useLanguage();
  const { person } = useSession();
  // Mails follow the person's own language; should the hub not hear of it, this browser still does.
  const tell = useMutation({ mutationFn: (change: PersonChange) => ask('PATCH', '/api/person', change) });
  const pick = (code: string) => {
    const next = offered.find((one) => one === code);
    if (!next) return;
    choose(next);
    if (person) tell.mutate({ language: next });
  };
  if (offered.length < 2) return null;
  if (small) {
    const languages = offered.map((code) => ({ code, name: languageNames[code] }));
    return (
      <LanguageSelect label={say('menu.language')} value={language} languages={languages} onChange={pick} />
    );
  }
  return (
    <Select label={say('menu.language')} value={language} onChange={(event) => pick(event.target.value)}>
      {offered.map((code) => (
        <option key={code} value={code} lang={code}>
          {languageNames[code]}
        </option>
      ))}
    </Select>
  );
}
