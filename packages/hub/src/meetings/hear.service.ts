import { HookBodyError, type HookEvent, isAttendanceEvent, readHookBody } from '@koinon/bbb-api';
import { houseChanged } from '../changes/index.ts';
import type { Tx } from '../db/index.ts';
import { plainName } from '../names/index.ts';
import type { KeptFact } from './attendance/presence.ts';
import { addFacts, attendeeOfEngine } from './attendees.repository.ts';
import { closeMeeting } from './end.service.ts';
import type { MeetingsGround } from './ground.ts';
import { findMeeting, type Meeting, useUpEndToken } from './meetings.repository.ts';

/** An engine that could not reach us tells late, but not later than this. */
const believableMs = 30 * 86_400_000;

/** A delivery of an engine's hook, as it came. */
export interface Delivery {
  houseId: string;
  meetingId: string;
  checksum: string;
  /** The raw form: it is what was signed. */
  body: string;
}

/**
 * Takes in what an engine tells of joins, leaves and the end. Only what the meeting's own server signed counts;
 * told twice or late, it changes nothing more.
 */
export async function hearEvents(
  ground: MeetingsGround,
  { houseId, meetingId, checksum, body }: Delivery,
): Promise<{ ok: true } | { ok: false; error: 'forged' | 'malformed' }> {
  const known = await ground.doors.asCoop(houseId, async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    const server = meeting && (await ground.findServer(tx, meeting.serverId));
    return meeting && server ? { meeting, driver: ground.driverOf(server) } : null;
  });
  if (!known?.driver.heard(ground.callbacks.events(houseId, meetingId), checksum, body)) {
    return { ok: false, error: 'forged' };
  }
  const events = eventsIn(body, meetingId);
  if (events === null) return { ok: false, error: 'malformed' };

  const { meeting } = known;
  const timeOf = (event: HookEvent) => timeIn(event, meeting, ground.clock.now());
  await ground.doors.asCoop(houseId, async (tx) => {
    const facts = [];
    for (const event of events) facts.push(...(await factsIn(ground, tx, meeting, event, timeOf(event))));
    const added = await addFacts(tx, meetingId, facts);
    if (added > 0) await houseChanged(tx);
  });
  const end = events.find(({ id }) => id === 'meeting-ended');
  if (end) await closeMeeting(ground, houseId, meeting, { at: timeOf(end), precisionS: 0, reason: 'ended' });
  return { ok: true };
}

/**
 * Takes in the end callback. Its token is good once, and only for this meeting on the server that it was given
 * to: anything else is refused and changes nothing.
 */
export async function hearEnd(
  ground: MeetingsGround,
  { houseId, meetingId, token }: { houseId: string; meetingId: string; token: string },
): Promise<{ ok: true } | { ok: false; error: 'forged' | 'spent' }> {
  const at = ground.clock.now();
  const heard = await ground.doors.asCoop(houseId, async (tx) => {
    const meeting = await findMeeting(tx, meetingId);
    if (!meeting || !ground.callbacks.isEndToken({ meetingId, serverId: meeting.serverId }, token))
      return 'forged';
    return (await useUpEndToken(tx, meetingId, at)) ? meeting : 'spent';
  });
  if (typeof heard === 'string') return { ok: false, error: heard };
  await closeMeeting(ground, houseId, heard, { at, precisionS: 0, reason: 'ended' });
  return { ok: true };
}

/** The events of this meeting; another meeting's, and what we do not know, are left out. Null: not readable. */
function eventsIn(body: string, meetingId: string): HookEvent[] | null {
  try {
    const { events, timestamp } = readHookBody(body);
    return (
      events
        .filter(isAttendanceEvent)
        .filter((event) => event.meetingID === meetingId || event.meetingID === '')
        // The delivery's own time stands in, so that one that comes again does not tell of another moment.
        .map((event) => ({ ...event, at: event.at ?? timestamp }))
    );
  } catch (error) {
    if (error instanceof HookBodyError) return null;
    throw error;
  }
}

/** When it happened, by our clock. A time that cannot be, or that the engine does not tell, is now. */
function timeIn({ at }: HookEvent, { clockSkewMs }: Meeting, now: Date): Date {
  const time = (at ?? Number.NaN) + clockSkewMs;
  return Math.abs(time - now.getTime()) < believableMs ? new Date(time) : now;
}

async function factsIn(
  ground: MeetingsGround,
  tx: Tx,
  meeting: Meeting,
  event: HookEvent,
  at: Date,
): Promise<KeptFact[]> {
  if (event.id !== 'user-joined' && event.id !== 'user-left') return [];
  const { name, role } = event.user;
  const internalUserID = identifier(event.user.internalUserID);
  const userID = identifier(event.user.userID);
  // A leave may have lost its name on the way; the join of the same browser has it.
  const attendee =
    event.id === 'user-left' && userID === ''
      ? null
      : await attendeeOfEngine(tx, {
          id: ground.ids(),
          meetingId: meeting.id,
          engineUserId: userID || internalUserID,
          name: plainName(name ?? '').slice(0, 120),
          moderator: role === 'MODERATOR',
          at,
        });
  const kind = event.id === 'user-joined' ? 'joined' : 'left';
  return [{ kind, at, precisionS: 0, told: true, subject: internalUserID, attendeeId: attendee?.id ?? null }];
}

/** What a database can keep as text. */
const identifier = (given: string) => given.replaceAll('\0', '').slice(0, 256);
