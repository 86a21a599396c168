import { Notice } from '@koinon/ui';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Page } from './page.tsx';
import { useSession } from './session.ts';
import { useSpeech } from './speech.ts';

/** What only members of this house see. Others are led to sign in, or told that they belong elsewhere. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  const { house, person, roles } = useSession();
  if (!person) return <ToSignIn />;
  if (roles.length > 0) return children;
  return (
    <Page title={say('stranger.title')}>
      <div className="stack">
        <h1>{say('stranger.title')}</h1>
        <Notice
          kind="plain"
          title={say('stranger.happened', { house: house?.name ?? '', email: person.email })}
        >
          {say('stranger.do')}
        </Notice>
      </div>
    </Page>
  );
}

/** Leads to the sign-in page once, from where one stands now; on the way there the place changes already. */
function ToSignIn() {
  const navigate = useNavigate();
  const here = useLocation({ select: ({ href }) => href });
  const [from] = useState(here);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: from === '/' ? {} : { to: from }, replace: true });
  }, [from, navigate]);
  return null;
}
