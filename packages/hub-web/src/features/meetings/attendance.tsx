import { ProblemNotice, useSpeech } from '../../house/index.ts';
import { MeetingAttendance } from './meeting-attendance.tsx';
import { useMeetings } from './use-meetings.ts';

/** Who came to the meetings of a room, and when. The newest stands open. */
export function Attendance({ roomId }: { roomId: string }) {
  const { say } = useSpeech();
  const meetings = useMeetings(roomId);
  if (meetings.isError) {
    return (
      <ProblemNotice
        error={meetings.error}
        busy={meetings.isFetching}
        onAgain={() => void meetings.refetch()}
      />
    );
  }
  if (!meetings.data?.length) return null;
  return (
    <section className="sheet attendance" aria-labelledby="who-came">
      <div className="sheet-head">
        <h2 id="who-came">{say('attendance.title')}</h2>
        <span className="small quiet">{say('attendance.kept')}</span>
      </div>
      {meetings.data.map((meeting, at) => (
        <MeetingAttendance key={meeting.id} meeting={meeting} open={at === 0} />
      ))}
    </section>
  );
}
