import type { SessionView } from '@koinon/hub/wire';
import { Key, LogIn } from '@koinon/ui';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Page, ProblemNotice, useNewSession, useSession, useSpeech } from '../../house/index.ts';
import { ask, codeOf } from '../../hub/index.ts';
import { forgetToken, readToken } from './link-token.ts';

/** Behind the mailed link. Mail scanners open links, so opening one only shows a key; pressing it signs in. */
export function LinkPage() {
  const { say } = useSpeech();
  const { house } = useSession();
  const navigate = useNavigate();
  const takeSession = useNewSession();
  const [token] = useState(readToken);
  useEffect(forgetToken, []);
  const enter = useMutation({
    mutationFn: (key: string) => ask<SessionView>('POST', '/api/sign-in/link', { token: key }),
    onSuccess: (session) => {
      takeSession(session);
      void navigate({ to: '/', replace: true });
    },
  });
  const spent = token === null || ['link-spent', 'invalid'].includes(codeOf(enter.error) ?? '');
  const title = say(spent ? 'link.spent' : 'link.title', { house: house?.name ?? '' });
  return (
    <Page title={title} className="narrow stack">
      <div className="stack-s">
        <h1>{title}</h1>
        <p>{say(spent ? 'link.spent-says' : 'link.says')}</p>
      </div>
      {enter.isError && !spent ? <ProblemNotice error={enter.error} /> : null}
      {spent ? (
        <p>
          <Link to="/sign-in" className="btn btn-main btn-tall">
            {say('link.new')}
          </Link>
        </p>
      ) : (
        <p>
          <Key variant="main" tall icon={LogIn} busy={enter.isPending} onClick={() => enter.mutate(token)}>
            {say(enter.isPending ? 'code.checking' : 'link.enter')}
          </Key>
        </p>
      )}
    </Page>
  );
}
