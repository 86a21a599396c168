import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Page, useNewSession, useSession, useSpeech } from '../../house/index.ts';
import { AskForm } from './ask-form.tsx';
import { type Asked, keepAsked, keptAsked } from './asked.ts';
import { CodeForm } from './code-form.tsx';
import { localPlace } from './local-place.ts';

/** Signing in: the e-mail address, then the six digits that were mailed there. */
export function SignInPage() {
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
    <Page title={title} className="narrow stack">
      <div className="stack-s">
        <h1>{title}</h1>
        {house && !asked ? <p className="lead">{say('sign-in.lead', { house: house.name })}</p> : null}
      </div>
      {asked ? (
        <CodeForm asked={asked} onAsked={remember} onSession={takeSession} />
      ) : (
        <AskForm onAsked={remember} />
      )}
    </Page>
  );
}
