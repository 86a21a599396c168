import { ArrowLeft, Door, Key, KeyLink, LogIn } from '@koinon/ui';
import { houseName, webAddress } from '../brand/house.ts';
import type { SentenceId } from '../language/catalogues.ts';
import { useSpeech } from '../language/speech.ts';
import type { Ending, Welcome } from '../meeting/state.ts';
import { Page } from '../page/page.tsx';
import { useMeeting, useVisit } from '../visit/visit.ts';

/** The key that leads in again, where there is a way. */
const AGAIN: Partial<Record<Ending['why'], SentenceId>> = {
  left: 'over.again',
  full: 'over.try-again',
  replaced: 'over.here',
};

/** Out of the meeting: what happened, what was kept, and where to go from here. */
export function OverScreen({ ending }: { ending: Ending }) {
  const { say } = useSpeech();
  const visit = useVisit();
  const welcome = useMeeting((meeting) => meeting.welcome);
  const again = AGAIN[ending.why];
  return (
    <Page>
      <div className="join-room">
        <Door state={ending.why === 'unknown-link' ? 'ghost' : 'closed'} big />
        <div className="stack-s">
          {welcome === null ? null : (
            <p className="quiet" dir="auto">
              {welcome.meeting.name}
            </p>
          )}
          <h1>{say(`over.${ending.why}`)}</h1>
        </div>
      </div>
      <div className="over-says">
        <p className="prose">
          {ending.why === 'ended' && ending.by !== null
            ? `${say('over.ended.by', { name: ending.by })} `
            : null}
          {say(`over.${ending.why}.says`)}
        </p>
        <div className="row">
          {again === undefined ? null : (
            <Key variant="main" icon={LogIn} onClick={() => visit.comeAgain()}>
              {say(again)}
            </Key>
          )}
          <WayBack welcome={welcome} />
        </div>
      </div>
    </Page>
  );
}

function WayBack({ welcome }: { welcome: Welcome | null }) {
  const { say } = useSpeech();
  const address = webAddress(welcome?.meeting.logoutUrl ?? null);
  if (welcome === null || address === null) return null;
  const house = houseName(welcome.meeting);
  return (
    <KeyLink href={address} icon={ArrowLeft}>
      {house === null ? say('back.plain') : say('back.house', { house })}
    </KeyLink>
  );
}
