import { Door } from '@koinon/ui';
import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';
import { useSpeech } from './speech.ts';

/** An address where nothing is. */
export function NotFound() {
  const { say } = useSpeech();
  return (
    <Page title={say('not-found.title')}>
      <div className="sheet empty">
        <Door state="ghost" big />
        <div className="stack-s">
          <h1>{say('not-found.title')}</h1>
          <p>{say('not-found.says')}</p>
        </div>
        <Link to="/" className="btn">
          {say('not-found.home')}
        </Link>
      </div>
    </Page>
  );
}
