import { Badge, Eye, EyeOff, Icon, Key, SlidersHorizontal, Users } from '@koinon/ui';
import { useEffect, useState } from 'react';
import { houseName } from '../brand/house.ts';
import { HouseMark } from '../brand/house-mark.tsx';
import { useSpeech } from '../language/speech.ts';
import type { Welcome } from '../meeting/state.ts';
import { useMeeting } from '../visit/visit.ts';

/** Whose house, which room, how long already, how many. */
export function Head(props: { welcome: Welcome; onPeople: () => void; onSettings: () => void }) {
  const { say } = useSpeech();
  const { meeting } = props.welcome;
  const count = useMeeting(({ people }) => people.length);
  const house = houseName(meeting);
  return (
    <header className="mhead">
      <h1 className="brand">
        <HouseMark logo={meeting.brand.logo} />
        <bdi className="mhead-room">{meeting.name}</bdi>
      </h1>
      {house === null ? null : <bdi className="small quiet mhead-house">{house}</bdi>}
      <RunningTime startedAt={meeting.startedAt} />
      <span className="mhead-rec">
        <Badge kind="line" icon={meeting.recording ? Eye : EyeOff}>
          {say(meeting.recording ? 'meeting.recorded' : 'meeting.not-recorded')}
        </Badge>
      </span>
      <span className="push row-s">
        <button
          type="button"
          className="btn btn-bare mhead-people"
          aria-label={say('meeting.people-key', { count })}
          onClick={props.onPeople}
        >
          <Icon of={Users} />
          <span>{count}</span>
        </button>
        <Key variant="bare" iconOnly icon={SlidersHorizontal} onClick={props.onSettings}>
          {say('meeting.settings')}
        </Key>
      </span>
    </header>
  );
}

function RunningTime({ startedAt }: { startedAt: string }) {
  const { say, format } = useSpeech();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
  const duration = format.duration(Math.max(1, minutes) * 60);
  return (
    <span className="small quiet mhead-time">
      <span className="sr">{say('meeting.time-label', { duration })}</span>
      <span aria-hidden="true">{duration}</span>
    </span>
  );
}
