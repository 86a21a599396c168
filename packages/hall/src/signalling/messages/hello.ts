import { type Attendee, type Meeting, type Meetings, present } from '../../meeting/index.ts';
import { CLOSE } from '../../protocol/index.ts';
import { ok, type Result, refused } from '../../result.ts';
import type { Connection } from '../connection.ts';
import type { HallFloor } from '../hall-floor.ts';
import type { Message } from '../handler.ts';
import { meetingView } from '../picture.ts';

const REASONS = {
  'unknown-token': 'This link is not known here.',
  'meeting-ended': 'The meeting is over.',
  denied: 'A moderator did not open the door.',
} as const;

/** The browser shows its token: it is told who it is and what the meeting is, and nothing changes by that. */
export function hello(floor: HallFloor, connection: Connection, { re, token }: Message<'hello'>): void {
  const found = knock(floor.meetings, token);
  if (!found.ok) {
    connection.refuse(re, found.error, REASONS[found.error]);
    connection.close(CLOSE.refused, found.error);
    return;
  }
  const { meeting, attendee } = found.value;
  const live = floor.live(meeting);
  connection.stage = 'greeted';
  connection.live = live;
  connection.seatId = attendee.seat.id;
  live.connections.add(connection);
  const { id, name, role, guest, locale, logoutUrl } = attendee.seat;
  connection.send({
    type: 'welcome',
    re,
    you: { id, name, role, guest },
    locale,
    seat: placeOf(attendee),
    meeting: meetingView(meeting.settings, logoutUrl, floor.iceServers),
    people: present(meeting.state).length,
  });
}

function knock(
  meetings: Meetings,
  token: string,
): Result<{ meeting: Meeting; attendee: Attendee }, keyof typeof REASONS> {
  const found = meetings.seatOf(token);
  if (!found) return refused('unknown-token');
  if (found.meeting.state.ended) return refused('meeting-ended');
  if (found.attendee.admission === 'denied') return refused('denied');
  return ok(found);
}

function placeOf(attendee: Attendee): 'free' | 'lobby' | 'seated' {
  if (attendee.stay) return 'seated';
  return attendee.admission === 'ask' ? 'lobby' : 'free';
}
