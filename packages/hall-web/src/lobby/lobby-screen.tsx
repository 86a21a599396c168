import { Door, Hourglass, Icon, Key, LogOut, Notice, WifiOff } from '@koinon/ui';
import { useState } from 'react';
import { DeviceCare, DeviceCheck } from '../door/device-check.tsx';
import { useSpeech } from '../language/speech.ts';
import type { Welcome } from '../meeting/state.ts';
import { Page } from '../page/page.tsx';
import { useMeeting, useVisit } from '../visit/visit.ts';

/** Waiting for a moderator; the devices can still be tried. */
export function LobbyScreen({ welcome }: { welcome: Welcome }) {
  const { say, format } = useSpeech();
  const visit = useVisit();
  const link = useMeeting((meeting) => meeting.link);
  const [since] = useState(() => Date.now());
  return (
    <Page>
      <div className="join-room">
        <Door state="closed" big />
        <div className="stack-s">
          <p className="quiet" dir="auto">
            {welcome.meeting.name}
          </p>
          <h1>{say('lobby.title')}</h1>
        </div>
      </div>
      <div className="join-form join-waits">
        <div className="stack-s" role="status">
          <p className="lobby-says">
            <Icon of={Hourglass} />
            <span>{say('lobby.told')}</span>
          </p>
          <p className="quiet small">{say('lobby.since', { time: format.time(since) })}</p>
        </div>
        {link === 'lost' ? (
          <Notice live kind="warn" icon={WifiOff} title={say('banner.lost')}>
            {say('connecting.late-next')}
          </Notice>
        ) : null}
        <div>
          <Key icon={LogOut} onClick={() => void visit.leave()}>
            {say('lobby.leave')}
          </Key>
        </div>
      </div>
      <DeviceCheck />
      <DeviceCare />
    </Page>
  );
}
