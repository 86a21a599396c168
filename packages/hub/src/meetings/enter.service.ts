import type { EngineFailure } from '../fleet/index.ts';
import { findRoomByLink, type Room } from '../rooms/index.ts';
import { secondsSinceSeen } from './attendance/known-until.ts';
import { admitComer, wasInside } from './attendees.repository.ts';
import { beginMeeting, makeMeeting, type OnServer } from './begin.service.ts';
import { type Comer, isMember, mayAtDoor, moderates } from './door-rule.ts';
import { closeMeeting } from './end.service.ts';
import type { MeetingHouse, MeetingsGround } from './ground.ts';
import { guestKeyIn } from './guest-pass.ts';
import { joinsAsGuest } from './lobby-rule.ts';
import { runningIn } from './meetings.repository.ts';

export interface EnterAsk {
  linkName: string;
  comer: Comer;
  /** The name to be known by in the meeting. Null for a guest who gave none. */
  name: string | null;
  language: string | null;
  /** The browser's own guest id, for whoever is no member. */
  guestId: string;
}

type EnterError = 'not-found' | 'not-started' | 'not-allowed' | 'name-needed' | 'no-server' | 'server-down';
export type EnterAnswer = { ok: true; value: { joinUrl: string } } | { ok: false; error: EnterError };

/** A meeting can vanish between two of our steps; then everything is looked at once more, and once only. */
const tries = 2;

/**
 * Brings somebody in through a room's link: starts the meeting when none runs and they may, else joins the one
 * that runs. What a dead or forgetful server does ends here as a plain answer.
 */
export async function enterRoom(
  ground: MeetingsGround & { guestKey: Uint8Array },
  house: MeetingHouse,
  ask: EnterAsk,
): Promise<EnterAnswer> {
  let answer: EnterAnswer | 'again' = 'again';
  for (let tried = 0; answer === 'again' && tried < tries; tried += 1)
    answer = await enterOnce(ground, house, ask);
  return answer === 'again' ? { ok: false, error: 'server-down' } : answer;
}

async function enterOnce(
  ground: MeetingsGround & { guestKey: Uint8Array },
  house: MeetingHouse,
  ask: EnterAsk,
): Promise<EnterAnswer | 'again'> {
  const opened = await openDoor(ground, house, ask);
  if (!opened.ok) return opened;
  const { room, name } = opened.value;
  const { server } = opened.value;
  let { meeting } = opened.value;

  if (meeting.startedAt === null) {
    const made = await makeMeeting(ground, house, room, { meeting, server });
    if (!made.ok) return made.error === 'given-up' ? 'again' : serverDown(ground, server.id, made.error);
    meeting = made.value;
  }

  const { comer, guestId, language } = ask;
  const member = isMember(comer);
  const { attendee, inside } = await ground.doors.asCoop(house.id, async (tx) => {
    const row = await admitComer(tx, {
      id: ground.ids(),
      meetingId: meeting.id,
      at: ground.clock.now(),
      comer: {
        personId: member ? comer.personId : null,
        guestKey: member ? null : guestKeyIn(ground.guestKey, guestId, room.id),
        name: member ? null : name,
        moderator: moderates(comer, room.ownerId),
      },
    });
    return { attendee: row, inside: await wasInside(tx, row.id) };
  });

  const { moderator } = attendee;
  const joined = await ground.driverOf(server).join({
    meetingId: meeting.id,
    createTime: meeting.engineCreateTime ?? 0,
    attendeeId: attendee.engineUserId,
    name,
    moderator,
    guest: joinsAsGuest(meeting.lobby, { guest: !member, moderator, wasInside: inside }),
    language,
    roomUrl: `${house.address}/r/${room.linkName}`,
  });
  if (joined.ok) return { ok: true, value: { joinUrl: joined.value.url } };
  if (joined.error.code !== 'unknown-meeting') return serverDown(ground, server.id, joined.error);
  const at = ground.clock.now();
  await closeMeeting(ground, house.id, meeting, {
    at,
    precisionS: secondsSinceSeen(meeting, at),
    reason: 'ended',
  });
  return 'again';
}

/** Who may not start waits; who may begins the meeting, in the same transaction in which nobody else had. */
function openDoor(ground: MeetingsGround, house: MeetingHouse, { linkName, comer, name }: EnterAsk) {
  type Opened =
    | { ok: true; value: OnServer & { room: Room; name: string } }
    | { ok: false; error: EnterError };
  return ground.doors.asCoop(house.id, async (tx): Promise<Opened> => {
    const room = await findRoomByLink(tx, linkName);
    if (room === null) return { ok: false, error: 'not-found' };
    const running = await runningIn(tx, room.id);
    const may = mayAtDoor(comer, { ...room, running: running !== null });
    if (may === 'wait') return { ok: false, error: 'not-started' };
    if (name === null) return { ok: false, error: 'name-needed' };
    if (running === null) {
      const begun = await beginMeeting(ground, tx, house, room);
      return begun.ok ? { ok: true, value: { ...begun.value, room, name } } : begun;
    }
    const server = await ground.findServer(tx, running.serverId);
    return server
      ? { ok: true, value: { meeting: running, server, room, name } }
      : { ok: false, error: 'server-down' };
  });
}

async function serverDown(
  ground: MeetingsGround,
  serverId: string,
  failure: EngineFailure,
): Promise<EnterAnswer> {
  // For people it is all the same: the server does not do its work. Only a plain no to them is something else.
  if (failure.code === 'refused') return { ok: false, error: 'not-allowed' };
  if (failure.code === 'unreachable') await ground.noteCheck(serverId, false);
  return { ok: false, error: 'server-down' };
}
