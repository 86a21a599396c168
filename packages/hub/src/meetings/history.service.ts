import { type Actor, findRoom, mayWith } from '../rooms/index.ts';
import type { Stay } from './attendance/fact.ts';
import { staysByAttendee } from './attendance/presence.ts';
import { type Attendee, attendeesOf, factsOf } from './attendees.repository.ts';
import type { MeetingsGround } from './ground.ts';
import { latestMeetings, type Meeting } from './meetings.repository.ts';
import type { AttendeeView, MeetingView } from './wire.ts';

const most = 20;

/** The latest meetings of a room with who was there, newest first; null for whoever does not manage the room. */
export function roomHistory(
  ground: MeetingsGround,
  actor: Actor,
  roomId: string,
): Promise<MeetingView[] | null> {
  return ground.doors.asCoop(actor.coopId, async (tx) => {
    const room = await findRoom(tx, roomId);
    if (room === null || !mayWith('meetings.list', actor, room)) return null;
    const meetings = await latestMeetings(tx, roomId, most);
    const ids = meetings.map(({ id }) => id);
    const attendees = await attendeesOf(tx, ids);
    const facts = await factsOf(tx, ids);
    const names = await ground.namesOf(
      tx,
      attendees.flatMap(({ personId }) => personId ?? []),
    );
    return meetings.map((meeting) => {
      const stays = staysByAttendee(facts.get(meeting.id) ?? [], endOf(meeting));
      const of = attendees.filter(({ meetingId }) => meetingId === meeting.id);
      return meetingView(meeting, of, stays, names);
    });
  });
}

function endOf({ endedAt, endPrecisionS }: Meeting) {
  return endedAt && { at: endedAt.getTime(), precisionS: endPrecisionS };
}

/** Who only asked to come in and was never let in is not listed. */
function meetingView(
  meeting: Meeting,
  attendees: readonly Attendee[],
  stays: ReadonlyMap<string, readonly Stay[]>,
  names: ReadonlyMap<string, string>,
): MeetingView {
  const present = attendees.flatMap((attendee) => {
    const own = stays.get(attendee.id) ?? [];
    return own.length === 0 ? [] : [{ first: own[0]?.from ?? 0, view: attendeeView(attendee, own, names) }];
  });
  return {
    id: meeting.id,
    startedAt: (meeting.startedAt ?? meeting.createdAt).toISOString(),
    endedAt: meeting.endedAt?.toISOString() ?? null,
    server: meeting.serverName,
    attendees: present.sort((a, b) => a.first - b.first).map(({ view }) => view),
  };
}

function attendeeView(
  { personId, name, moderator }: Attendee,
  stays: readonly Stay[],
  names: ReadonlyMap<string, string>,
): AttendeeView {
  return {
    // A guest's name is kept for a while only; a member's is read where people are kept.
    name: (personId === null ? name : names.get(personId)) ?? '',
    role: moderator ? 'moderator' : 'attendee',
    guest: personId === null,
    stays: stays.map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: until === null ? null : new Date(until).toISOString(),
    })),
    precisionS: Math.max(...stays.map(({ precisionS }) => precisionS)),
  };
}
