import { Door } from '@koinon/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Page, useNewSession, useSession, useSpeech } from '../../house/index.ts';
import { AskForm } from './ask-form.tsx';
import { type Asked, keepAsked, keptAsked } from './asked.ts';
import { CodeForm } from './code-form.tsx';
import { localPlace } from './local-place.ts';

/** Signing in: the e-mail address, then the six digits that were mailed there. `aside` is for those who need not. */
export function SignInPage({ aside }: { aside: ReactNode }) {
  const { say } = useSpeech();
  const { house, person } = useSession();
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const takeSession = useNewSession();
  const [asked, setAsked] = useState<Asked | null>(() => keptAsked());
  const remember = (next: Asked | null) => {
    keepAsked(next);
    setAsked(next);
  };
  const signedIn = person !== null;
  useEffect(() => {
    if (!signedIn) return;
    keepAsked(null);
    void navigate({ href: localPlace(to), replace: true });
  }, [signedIn, to, navigate]);
  const title = say(asked ? 'code.title' : 'sign-in.title');
  return (
    <Page title={title} className="at-door">
      <div className="at-door-room">
        <Door state="closed" big />
        <div className="stack-s">
          <h1>{title}</h1>
          {house ? <p className="quiet">{say('sign-in.lead', { house: house.name })}</p> : null}
        </div>
      </div>
      <div className="at-door-form">
        {asked ? (
          <CodeForm asked={asked} onAsked={remember} onSession={takeSession} />
        ) : (
          <AskForm onAsked={remember} />
        )}
      </div>
      <div className="at-door-aside">{aside}</div>
    </Page>
  );
}
