import { LanguageSelect, Rail, SkipLink } from '@koinon/ui';
import type { ReactNode } from 'react';
import { houseName } from '../brand/house.ts';
import { HouseMark } from '../brand/house-mark.tsx';
import { languages } from '../language/catalogues.ts';
import { useLanguageChoice } from '../language/language-choice.tsx';
import { useSpeech } from '../language/speech.ts';
import { useMeeting } from '../visit/visit.ts';

/** The page around the door, the lobby and the ways out: the house above, one thing to do below. */
export function Page({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  const { say } = useSpeech();
  const view = useMeeting((meeting) => meeting.welcome?.meeting ?? null);
  const { language, choose } = useLanguageChoice();
  const house = view === null ? null : houseName(view);
  return (
    <>
      <SkipLink>{say('skip.content')}</SkipLink>
      <Rail
        brand={
          <span className="brand">
            <HouseMark logo={view?.brand.logo ?? null} />
            {house === null ? null : <bdi>{house}</bdi>}
          </span>
        }
      >
        <LanguageSelect
          label={say('language.label')}
          value={language}
          languages={languages}
          onChange={choose}
        />
      </Rail>
      <main id="main" className="page join" tabIndex={-1}>
        {children}
      </main>
      {foot}
    </>
  );
}
