import { houseChanged } from '../changes/index.ts';
import type { Tx } from '../db/index.ts';
import type { EngineMeeting, ServerLook } from '../fleet/index.ts';
import { plainName } from '../names/index.ts';
import { compareLooks, type Look } from './attendance/compare-looks.ts';
import { secondsSinceSeen } from './attendance/known-until.ts';
import { beliefOf, type KeptFact, staysByAttendee } from './attendance/presence.ts';
import { addFacts, attendeeOfEngine, factsOf } from './attendees.repository.ts';
import { closeMeeting } from './end.service.ts';
import type { MeetingsGround } from './ground.ts';
import { findMeeting, keepLook, type Meeting } from './meetings.repository.ts';

/** A server that was silent for so long has lost its meetings. */
const lostAfterMs = 10 * 60_000;
/** A meeting that nobody managed to make in this time was never made. */
const unmadeAfterMs = 2 * 60_000;

/**
 * Sets right what we believe after a look at a server: who is there where no hook told it or a hook got lost,
 * which meetings are over without a word, and which went down with their server.
 */
export async function reconcile(ground: MeetingsGround, look: ServerLook): Promise<void> {
  const running = new Map(look.meetings?.map((meeting) => [meeting.id, meeting]));
  for (const { meetingId, houseId } of look.placed) {
    const meeting = await ground.doors.asCoop(houseId, (tx) => findMeeting(tx, meetingId));
    if (meeting === null || meeting.endedAt !== null) continue;
    await reconcileOne(ground, houseId, meeting, look, running.get(meetingId) ?? null);
  }
}

async function reconcileOne(
  ground: MeetingsGround,
  houseId: string,
  meeting: Meeting,
  look: ServerLook,
  seen: EngineMeeting | null,
): Promise<void> {
  const now = ground.clock.now();
  if (meeting.startedAt === null) {
    if (now.getTime() - meeting.createdAt.getTime() < unmadeAfterMs) return;
    await closeMeeting(ground, houseId, meeting, { at: now, precisionS: 0, reason: 'failed' });
  } else if (look.meetings === null) {
    const { silentSince } = look;
    if (silentSince === null || now.getTime() - silentSince.getTime() < lostAfterMs) return;
    const precisionS = secondsSinceSeen(meeting, silentSince);
    await closeMeeting(ground, houseId, meeting, { at: silentSince, precisionS, reason: 'lost' });
  } else if (seen !== null) {
    await takeIn(ground, houseId, meeting, seen, look.askedAt);
  } else if (meeting.startedAt < look.askedAt) {
    const precisionS = secondsSinceSeen(meeting, now);
    await closeMeeting(ground, houseId, meeting, { at: now, precisionS, reason: 'ended' });
  }
}

function takeIn(
  ground: MeetingsGround,
  houseId: string,
  meeting: Meeting,
  seen: EngineMeeting,
  askedAt: Date,
) {
  return ground.doors.asCoop(houseId, async (tx) => {
    const ids = await attendeeIds(ground, tx, meeting, seen, askedAt);
    const known = staysByAttendee((await factsOf(tx, [meeting.id])).get(meeting.id) ?? [], null);
    const now: Look = { at: askedAt.getTime(), present: ids };
    const differences = compareLooks({
      startedAt: (meeting.startedAt ?? meeting.createdAt).getTime(),
      before: meeting.lastLook,
      now,
      told: meeting.told,
      beliefs: new Map([...known].map(([id, stays]) => [id, beliefOf(stays)])),
    });
    const facts = [...differences].map(
      ([attendeeId, { kind, at, precisionS }]): KeptFact => ({
        kind,
        at: new Date(at),
        precisionS,
        told: false,
        subject: attendeeId,
        attendeeId,
      }),
    );
    const added = await addFacts(tx, meeting.id, facts);
    await keepLook(tx, meeting.id, now);
    if (added > 0) {
      await houseChanged(tx);
    }
  });
}

async function attendeeIds(ground: MeetingsGround, tx: Tx, meeting: Meeting, seen: EngineMeeting, at: Date) {
  const ids: string[] = [];
  for (const { attendeeId, name, moderator } of seen.attendees) {
    const given = {
      id: ground.ids(),
      meetingId: meeting.id,
      engineUserId: attendeeId,
      name: plainName(name).slice(0, 120),
      moderator,
      at,
    };
    ids.push((await attendeeOfEngine(tx, given)).id);
  }
  return ids;
}
