import type { RoomView } from '@koinon/hub/wire';
import { AskDialog, Door, Key, useToast } from '@koinon/ui';
import { useState } from 'react';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { RunningSign, useEndMeeting, useEnter } from '../meetings/index.ts';

/** The door, the name, the sign and the one painted key. */
export function RoomHead({ room }: { room: RoomView }) {
  const { say, format } = useSpeech();
  const enter = useEnter(room.linkName);
  const { running } = room;
  const doing = running ? 'room.joining' : 'room.starting';
  return (
    <>
      <div className="room-head">
        <Door state={running ? 'ajar' : 'closed'} big />
        <div className="stack-s">
          <h1>
            <bdi>{room.name}</bdi>
          </h1>
          <p className="row-s">
            <RunningSign running={running} />
            <span className="quiet small">
              {say(`purpose.${room.purpose}`)}
              {running ? ` · ${say('sign.since', { time: format.time(running.since) })}` : null}
            </span>
          </p>
        </div>
        <div className="room-go">
          <Key variant="main" tall busy={enter.isPending} onClick={() => enter.mutate({})}>
            {say(enter.isPending ? doing : running ? 'room.join' : 'room.start')}
          </Key>
          {running && room.mine ? <EndMeeting room={room} people={running.people} /> : null}
        </div>
      </div>
      {enter.isError ? (
        <div className="room-problem">
          <ProblemNotice error={enter.error} busy={enter.isPending} onAgain={() => enter.mutate({})} />
        </div>
      ) : null}
    </>
  );
}

function EndMeeting({ room, people }: { room: RoomView; people: number }) {
  const { say } = useSpeech();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const end = useEndMeeting(room.id, () => {
    setAsking(false);
    toast({ text: say('end.ended') });
  });
  return (
    <>
      <Key variant="danger" onClick={() => setAsking(true)}>
        {say('end.key')}
      </Key>
      {asking ? (
        <AskDialog
          title={say('end.title')}
          keep={say('end.keep')}
          act={say('end.act')}
          danger
          busy={end.isPending}
          onKeep={() => setAsking(false)}
          onAct={() => end.mutate()}
        >
          <p>{say('end.says', { n: people })}</p>
          {end.isError ? <ProblemNotice error={end.error} /> : null}
        </AskDialog>
      ) : null}
    </>
  );
}
