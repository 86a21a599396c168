import { Notice } from '@koinon/ui';
import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from './page.tsx';
import { useSession } from './session.ts';
import { useSpeech } from './speech.ts';

/** What only members of this house see. Others are led to sign in, or told that they belong elsewhere. */
export function MembersOnly({ children }: { children: ReactNode }) {
  const { say } = useSpeech();
  const { house, person, roles } = useSession();
  const here = useLocation({ select: ({ href }) => href });
  if (!person) return <Navigate to="/sign-in" search={here === '/' ? {} : { to: here }} replace />;
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
