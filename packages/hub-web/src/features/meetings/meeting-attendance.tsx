import type { AttendeeView, MeetingView } from '@koinon/hub/wire';
import { Badge, SlipCell, SlipName, SlipRow, SlipTable } from '@koinon/ui';
import { useState } from 'react';
import { useSpeech } from '../../house/index.ts';
import { precisionOf, secondsThere } from './stays.ts';
import { unnamed } from './unnamed.ts';

/** One meeting: when, how many, where; and everybody's stays. */
export function MeetingAttendance({ meeting, open: openAtFirst }: { meeting: MeetingView; open: boolean }) {
  const { say, format } = useSpeech();
  const [open, setOpen] = useState(openAtFirst);
  const { startedAt, endedAt, attendees } = meeting;
  const now = Date.now();
  const precision = precisionOf(attendees);
  return (
    <details className="setting" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="meeting-line">
        <span>
          <span className="strong">
            {format.date(startedAt)}, {format.time(startedAt)}
            {endedAt ? `–${format.time(endedAt)}` : null}
          </span>{' '}
          {endedAt ? null : <Badge kind="accent">{say('attendance.running')}</Badge>}
          <span className="setting-says">
            {say('attendance.summary', { n: attendees.length, server: meeting.server })}
          </span>
        </span>
        <span className="setting-change">{say(open ? 'attendance.hide' : 'attendance.show')}</span>
      </summary>
      {attendees.length === 0 ? (
        <p className="setting-body quiet">{say('attendance.nobody')}</p>
      ) : (
        <>
          <AttendeeTable attendees={attendees} nowMs={now} />
          <p className="small quiet attendance-precision">
            {precision === 0 ? say('attendance.exact') : say('attendance.within', { n: precision })}
          </p>
        </>
      )}
    </details>
  );
}

function AttendeeTable({ attendees, nowMs }: { attendees: readonly AttendeeView[]; nowMs: number }) {
  const { say } = useSpeech();
  const words = { role: say('attendance.role'), stays: say('attendance.stays'), sum: say('attendance.sum') };
  const heads = [
    { id: 'name', words: say('attendance.name') },
    { id: 'role', words: words.role },
    { id: 'stays', words: words.stays },
    { id: 'sum', words: words.sum, num: true },
  ];
  return (
    <SlipTable heads={heads}>
      {attendees.map((attendee, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two guests may have one name; the order is the hub's.
        <AttendeeRow key={at} attendee={attendee} words={words} nowMs={nowMs} />
      ))}
    </SlipTable>
  );
}

function AttendeeRow(props: {
  attendee: AttendeeView;
  words: { role: string; stays: string; sum: string };
  nowMs: number;
}) {
  const { say, format } = useSpeech();
  const { attendee, words } = props;
  return (
    <SlipRow>
      <SlipName>
        <AttendeeName attendee={attendee} />
      </SlipName>
      <SlipCell label={words.role}>{say(`attendance.${attendee.role}`)}</SlipCell>
      <SlipCell label={words.stays}>
        {attendee.stays.map(({ from, until }) => (
          <span key={from} className="block nowrap">
            {format.time(from)}–{until ? format.time(until) : say('attendance.still')}
          </span>
        ))}
      </SlipCell>
      <SlipCell num label={words.sum}>
        {format.duration(secondsThere(attendee, props.nowMs))}
      </SlipCell>
    </SlipRow>
  );
}

function AttendeeName({ attendee }: { attendee: AttendeeView }) {
  const { say } = useSpeech();
  const sentence = unnamed(attendee);
  if (sentence !== null) return <span className="quiet">{say(sentence)}</span>;
  return (
    <>
      <bdi>{attendee.name}</bdi>
      {attendee.guest ? <span className="quiet small"> · {say('attendance.guest')}</span> : null}
    </>
  );
}
