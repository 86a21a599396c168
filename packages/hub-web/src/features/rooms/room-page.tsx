import type { RoomView } from '@koinon/hub/wire';
import { ArrowLeft, Icon } from '@koinon/ui';
import { Link, useParams } from '@tanstack/react-router';
import { MembersOnly, NotFound, Page, ProblemNotice, useSpeech } from '../../house/index.ts';
import { codeOf } from '../../hub/index.ts';
import { Attendance, AttendanceChart } from '../meetings/index.ts';
import { useRoom } from './questions.ts';
import { RoomHead } from './room-head.tsx';
import { RoomLink } from './room-link-box.tsx';
import { RoomSettings } from './room-settings.tsx';

export function RoomPage() {
  return (
    <MembersOnly>
      <RoomById />
    </MembersOnly>
  );
}

function RoomById() {
  const { say } = useSpeech();
  const { id } = useParams({ from: '/rooms/$id' });
  const room = useRoom(id);
  if (room.data) return <Room key={room.data.id} room={room.data} />;
  const code = codeOf(room.error);
  // Another house's room and one that never was look the same from here.
  if (code === 'not-found' || code === 'invalid' || code === 'not-allowed') return <NotFound />;
  return (
    <Page title={say('room.title')} className="stack">
      <BackToRooms />
      {room.isError ? (
        <ProblemNotice quiet error={room.error} busy={room.isFetching} onAgain={() => void room.refetch()} />
      ) : (
        <p className="quiet" role="status">
          {say('room.late')}
        </p>
      )}
    </Page>
  );
}

function BackToRooms() {
  const { say } = useSpeech();
  return (
    <Link to="/" className="back">
      <Icon of={ArrowLeft} turn />
      {say('nav.rooms')}
    </Link>
  );
}

/** A room's own page: start it, give its link away, say how people enter, see who came. */
function Room({ room }: { room: RoomView }) {
  return (
    <Page title={room.name}>
      <BackToRooms />
      <RoomHead room={room} />
      <div className="split wide-aside">
        <div className="stack">
          <RoomLink room={room} />
          {room.mine ? <RoomSettings room={room} /> : null}
        </div>
        <aside className="stack">
          <AttendanceChart roomId={room.id} />
        </aside>
      </div>
      <Attendance roomId={room.id} />
    </Page>
  );
}
