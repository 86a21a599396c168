import type { Tx } from '../db/index.ts';
import type { EngineFailure, Server } from '../fleet/index.ts';
import type { Room } from '../rooms/index.ts';
import { clockSkewMs } from './clock-skew.ts';
import { meetingStarted, told } from './events.ts';
import type { MeetingHouse, MeetingsGround } from './ground.ts';
import {
  findMeeting,
  insertMeeting,
  type Meeting,
  markEnded,
  markStarted,
  runningIn,
} from './meetings.repository.ts';

export interface OnServer {
  meeting: Meeting;
  server: Server;
}

/**
 * The room's meeting, with a place reserved for it. Two who begin at the same moment get the same one. It is not
 * made on the engine yet: `startedAt` is null.
 */
export async function beginMeeting(
  ground: MeetingsGround,
  tx: Tx,
  house: MeetingHouse,
  room: Room,
): Promise<{ ok: true; value: OnServer } | { ok: false; error: 'no-server' }> {
  const meetingId = ground.ids();
  const placed = await ground.placement.place(tx, { meetingId, houseId: house.id });
  if (!placed.ok) return placed;
  const server = placed.value;
  const begun = await insertMeeting(tx, {
    id: meetingId,
    roomId: room.id,
    serverId: server.id,
    serverName: server.name,
    lobby: room.lobby,
    createdAt: ground.clock.now(),
  });
  if (!begun) await ground.placement.release(tx, meetingId);
  const meeting = await runningIn(tx, room.id);
  const where = meeting && (await ground.findServer(tx, meeting.serverId));
  return meeting && where
    ? { ok: true, value: { meeting, server: where } }
    : { ok: false, error: 'no-server' };
}

/**
 * Has the engine make a begun meeting. Any number may ask it to: the engine makes one, and one of them writes it
 * down. `given-up`: somebody else failed at it, so begin again.
 */
export async function makeMeeting(
  ground: MeetingsGround,
  house: MeetingHouse,
  room: Room,
  { meeting, server }: OnServer,
): Promise<{ ok: true; value: Meeting } | { ok: false; error: EngineFailure | 'given-up' }> {
  const driver = ground.driverOf(server);
  const sentAt = ground.clock.now().getTime();
  const made = await driver.create({
    id: meeting.id,
    name: room.name,
    lobby: meeting.lobby !== 'off',
    house: { name: house.name, paint: house.paint, logoUrl: `${house.address}/mark.svg` },
    roomUrl: `${house.address}/r/${room.linkName}`,
    endedUrl: ground.callbacks.ended(house.id, { meetingId: meeting.id, serverId: server.id }),
  });
  if (!made.ok) return (await giveUp(ground, house, meeting)) ?? made;

  const answeredAt = ground.clock.now().getTime();
  const { createTime, fresh } = made.value;
  const skew = fresh && createTime > 0 ? clockSkewMs({ engine: createTime, sentAt, answeredAt }) : 0;
  const listening = await driver.listen(meeting.id, ground.callbacks.events(house.id, meeting.id));
  const written = await ground.doors.asCoop(house.id, async (tx) => {
    const started = await markStarted(tx, meeting.id, {
      startedAt: new Date(answeredAt),
      engineCreateTime: createTime,
      clockSkewMs: skew,
      told: listening.ok,
    });
    if (started) await told(ground, tx, meetingStarted, meeting);
    return started ?? findMeeting(tx, meeting.id);
  });
  if (written?.startedAt && written.endedAt === null) return { ok: true, value: written };
  await driver.end(meeting.id);
  return { ok: false, error: 'given-up' };
}

/** Frees the room again, unless another one has made the meeting meanwhile: then that one is the answer. */
function giveUp(ground: MeetingsGround, house: MeetingHouse, { id }: Meeting) {
  return ground.doors.asCoop(house.id, async (tx) => {
    const at = ground.clock.now();
    const { first } = await markEnded(tx, id, { at, precisionS: 0, reason: 'failed' });
    if (first) await ground.placement.release(tx, id);
    const meeting = await findMeeting(tx, id);
    return meeting?.startedAt && meeting.endedAt === null ? { ok: true as const, value: meeting } : null;
  });
}
