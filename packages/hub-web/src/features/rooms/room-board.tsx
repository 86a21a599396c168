import type { RoomView } from '@koinon/hub/wire';
import { Door, Key } from '@koinon/ui';
import { Link } from '@tanstack/react-router';
import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { RunningSign, useEnter } from '../meetings/index.ts';

/** The hallway: every room with its door, its sign and its key. The whole row leads to the room's page. */
export function RoomBoard({ rooms }: { rooms: readonly RoomView[] }) {
  return (
    <ul className="board sheet">
      {rooms.map((room) => (
        <RoomRow key={room.id} room={room} />
      ))}
    </ul>
  );
}

function RoomRow({ room }: { room: RoomView }) {
  const { say, format } = useSpeech();
  const enter = useEnter(room.linkName);
  const { running } = room;
  return (
    <li className={running ? 'is-open' : undefined}>
      <Door state={running ? 'ajar' : 'closed'} />
      <h3 className="board-name">
        <Link to="/rooms/$id" params={{ id: room.id }}>
          <bdi>{room.name}</bdi>
        </Link>
      </h3>
      <p className="board-meta">
        {say(`purpose.${room.purpose}`)} · {say(`lobby.short-${room.lobby}`)}
      </p>
      <div className="board-state">
        <RunningSign running={running} />
        {running ? (
          <span className="quiet">{say('sign.since', { time: format.time(running.since) })}</span>
        ) : null}
      </div>
      <div className="board-go">
        <Key
          variant={running ? 'main' : 'plain'}
          busy={enter.isPending}
          onClick={() => enter.mutate({})}
          aria-label={say(running ? 'board.join-room' : 'board.start-room', { room: room.name })}
        >
          {say(running ? 'board.join' : 'board.start')}
        </Key>
      </div>
      {enter.isError ? (
        <div className="board-problem">
          <ProblemNotice error={enter.error} />
        </div>
      ) : null}
    </li>
  );
}
