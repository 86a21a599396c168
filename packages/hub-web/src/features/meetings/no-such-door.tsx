import { Door } from '@koinon/ui';
import { Link } from '@tanstack/react-router';
import { Page, useSession, useSpeech } from '../../house/index.ts';

/** A link that opens no room, or none any more. */
export function NoSuchDoor() {
  const { say } = useSpeech();
  const { person } = useSession();
  return (
    <Page title={say('no-door.title')}>
      <div className="sheet empty">
        <Door state="ghost" big />
        <div className="stack-s">
          <h1>{say('no-door.title')}</h1>
          <p>{say('no-door.says')}</p>
        </div>
        <Link to={person ? '/' : '/sign-in'} className="btn">
          {say(person ? 'not-found.home' : 'door.sign-in')}
        </Link>
      </div>
    </Page>
  );
}
