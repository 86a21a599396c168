import { Bars } from '@koinon/ui';
import { useSpeech } from '../../house/index.ts';
import { useMeetings } from './use-meetings.ts';

const mostShown = 8;

/** How many came, meeting by meeting; before there are two, a sentence. */
export function AttendanceChart({ roomId }: { roomId: string }) {
  const { say, format } = useSpeech();
  const { data: meetings } = useMeetings(roomId);
  if (!meetings) return null;
  const [latest] = meetings;
  return (
    <section className="sheet sheet-pad" aria-labelledby="attendance">
      <div className="section-head">
        <h2 id="attendance">{say('chart.title')}</h2>
      </div>
      {latest === undefined ? (
        <p className="quiet">{say('chart.none')}</p>
      ) : meetings.length === 1 ? (
        <p className="quiet">
          {say('chart.one', { n: latest.attendees.length, date: format.date(latest.startedAt) })}
        </p>
      ) : (
        <Bars
          caption={say('chart.caption')}
          rows={meetings
            .slice(0, mostShown)
            .reverse()
            .map((meeting) => ({
              id: meeting.id,
              label: format.date(meeting.startedAt),
              quiet: format.time(meeting.startedAt),
              value: meeting.attendees.length,
              says: format.number(meeting.attendees.length),
            }))}
        />
      )}
    </section>
  );
}
