import { Door, Foot, Hourglass, Icon, Key, LogIn, Notice, Sign, WifiOff } from '@koinon/ui';
import { useSpeech } from '../language/speech.ts';
import type { Welcome } from '../meeting/state.ts';
import { Page } from '../page/page.tsx';
import { SourceLink } from '../page/source-link.tsx';
import { useMeeting, useVisit } from '../visit/visit.ts';
import { DeviceCare, DeviceCheck } from './device-check.tsx';

/** Before the meeting: which room, under which name, and whether one will be seen and heard. */
export function DoorScreen({ welcome }: { welcome: Welcome }) {
  const { say } = useSpeech();
  const { meeting } = welcome;
  return (
    <Page
      foot={
        <Foot narrow>
          <span>{say(meeting.recording ? 'door.recorded' : 'door.not-recorded')}</span>
          <SourceLink />
        </Foot>
      }
    >
      <div className="join-room">
        <Door state="ajar" big />
        <div className="stack-s">
          <h1 dir="auto">{meeting.name}</h1>
          <p className="row-s">
            <Sign state="open">{say('door.open', { count: welcome.people })}</Sign>
          </p>
        </div>
      </div>
      <DeviceCheck />
      <EnterForm welcome={welcome} />
      <DeviceCare />
    </Page>
  );
}

function EnterForm({ welcome }: { welcome: Welcome }) {
  const { say } = useSpeech();
  const visit = useVisit();
  const entering = useMeeting((meeting) => meeting.entering);
  const link = useMeeting((meeting) => meeting.link);
  const { you, seat } = welcome;
  return (
    <form
      className="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void visit.enter();
      }}
    >
      <p className="door-name">
        <span className="quiet small block">{say('door.as')}</span>
        <strong className="name" dir="auto">
          {you.name}
        </strong>
        {you.role === 'MODERATOR' ? (
          <span className="quiet small block">{say('door.as-moderator')}</span>
        ) : null}
      </p>
      {seat === 'free' ? null : (
        <p className="hint join-lobby">
          <Icon of={seat === 'lobby' ? Hourglass : LogIn} />
          <span>{say(seat === 'lobby' ? 'door.lobby' : 'door.kept')}</span>
        </p>
      )}
      <Key type="submit" variant="main" tall wide icon={LogIn} busy={entering}>
        {say(entering ? 'door.entering' : seat === 'seated' ? 'door.enter-again' : 'door.enter')}
      </Key>
      {link === 'lost' ? (
        <Notice live kind="warn" icon={WifiOff} title={say('banner.lost')}>
          {say('connecting.late-next')}
        </Notice>
      ) : null}
    </form>
  );
}
