import { type Actor, findRoom, mayWith } from '../rooms/index.ts';
import { meetingEnded, told } from './events.ts';
import type { MeetingsGround } from './ground.ts';
import { type Meeting, type MeetingEnd, markEnded, runningIn } from './meetings.repository.ts';

/**
 * Ends the room's meeting for everybody. For its owner and the admins of the house; a room in which nothing runs
 * is already as asked.
 */
export async function endMeeting(
  ground: MeetingsGround,
  actor: Actor,
  roomId: string,
): Promise<{ ok: true } | { ok: false; error: 'not-found' | 'server-down' }> {
  const found = await ground.doors.asCoop(actor.coopId, async (tx) => {
    const room = await findRoom(tx, roomId);
    if (room === null || !mayWith('meetings.end', actor, room)) return null;
    const meeting = await runningIn(tx, roomId);
    return { room, meeting, server: meeting && (await ground.findServer(tx, meeting.serverId)) };
  });
  if (found === null) return { ok: false, error: 'not-found' };
  const { room, meeting, server } = found;
  if (meeting === null) return { ok: true };
  if (server !== null) {
    const ended = await ground.driverOf(server).end(meeting.id);
    if (!ended.ok) return { ok: false, error: 'server-down' };
  }
  const at = ground.clock.now();
  await closeMeeting(ground, actor.coopId, meeting, { at, precisionS: 0, reason: 'ended' });
  if (room.ownerId !== actor.personId) {
    const entry = { actorId: actor.personId, act: 'meetings.end', subject: `meeting:${meeting.id}` };
    await ground.doors.asCoop(actor.coopId, (tx) => ground.audit.note(tx, entry));
  }
  return { ok: true };
}

/** Writes the end of a meeting down, gives its place back and tells of it. Saying it twice is saying it once. */
export function closeMeeting(
  ground: MeetingsGround,
  houseId: string,
  meeting: Pick<Meeting, 'id' | 'roomId'>,
  end: MeetingEnd,
): Promise<void> {
  return ground.doors.asCoop(houseId, async (tx) => {
    const { first } = await markEnded(tx, meeting.id, end);
    if (!first) return;
    await ground.placement.release(tx, meeting.id);
    await told(ground, tx, meetingEnded, meeting);
  });
}
