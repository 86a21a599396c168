import { Key, Notice, RefreshCw } from '@koinon/ui';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Page } from './page.tsx';
import { useSpeech } from './speech.ts';

/** A page that broke: our own mistake. The rest of the house stands. */
export function Failure({ error }: ErrorComponentProps) {
  const { say } = useSpeech();
  // A page's program that is no longer on the server means that the hub was renewed meanwhile.
  const renewed = /import|module|fetch/i.test(String(error));
  return (
    <Page title={say('failure.title')}>
      <h1>{say('failure.title')}</h1>
      <Notice
        kind="danger"
        live
        title={say(renewed ? 'failure.renewed' : 'failure.happened')}
        keys={
          <Key icon={RefreshCw} onClick={() => location.reload()}>
            {say('failure.reload')}
          </Key>
        }
      >
        {say('failure.kept')}
      </Notice>
    </Page>
  );
}
