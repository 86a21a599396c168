import { findRoomByLink } from '../rooms/index.ts';
import { type Comer, mayAtDoor, moderates } from './door-rule.ts';
import type { MeetingHouse, MeetingsGround } from './ground.ts';
import { runningViews } from './running.ts';
import type { DoorView } from './wire.ts';

/** What somebody with the link may know of the room, or null when the link opens none. */
export function lookAtDoor(
  ground: MeetingsGround,
  house: MeetingHouse,
  ask: { linkName: string; comer: Comer; secure: boolean },
): Promise<DoorView | null> {
  const { linkName, comer, secure } = ask;
  return ground.doors.asCoop(house.id, async (tx) => {
    const room = await findRoomByLink(tx, linkName);
    if (room === null) return null;
    const running = (await runningViews(ground, tx, [room.id])).get(room.id) ?? null;
    return {
      room: room.name,
      roomId: moderates(comer, room.ownerId) ? room.id : null,
      purpose: room.purpose,
      host: (await ground.namesOf(tx, [room.ownerId])).get(room.ownerId) ?? '',
      lobby: room.lobby,
      running,
      may: mayAtDoor(comer, { ...room, running: running !== null }),
      secure,
    };
  });
}
