import { LanguageSelect, Select } from '@koinon/ui';
import { useLanguage } from './language.ts';
import { languageNames, useSpeech } from './speech.ts';

/** The choice of language: a field in a menu, or (`small`) a key in the rail. Nothing where there is no choice. */
export function LanguageChoice({ small = false }: { small?: boolean }) {
  const { say } = useSpeech();
  const { language, offered, choose } = useLanguage();
  if (offered.length < 2) return null;
  const pick = (code: string) => {
    const next = offered.find((one) => one === code);
    if (next) choose(next);
  };
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
