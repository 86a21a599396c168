import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import { giveLink } from './links.repository.ts';
import { findDeletedRoom, findRoom, insertRoom, type Room, roomsOf, updateRoom } from './rooms.repository.ts';
import type { RoomChange, RoomMake } from './wire.ts';

/** What happens to a room, for whoever listens. */
export interface RoomEvent {
  type: 'room-made' | 'room-changed' | 'room-deleted' | 'room-restored';
  roomId: string;
  ownerId: string;
}

export interface RoomsGround {
  doors: Doors;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  /** 0 ≤ n < below. */
  random(below: number): number;
  /** Puts the event into the outbox, in the same transaction. */
  emit(tx: Tx, event: RoomEvent): Promise<void>;
}

/** Somebody acting in a house of which they are a member. */
export interface Member {
  coopId: string;
  personId: string;
  admin: boolean;
}

export type RoomResult = { ok: true; value: Room } | { ok: false; error: 'not-found' };

/** How long a deleted room can be restored. */
export const restorableDays = 30;

/** Makes a room of the member's own, with a link that its name gives. */
export function makeRoom(ground: RoomsGround, member: Member, input: RoomMake): Promise<Room> {
  const id = ground.ids();
  return ground.doors.asCoop(member.coopId, async (tx) => {
    const now = ground.clock.now();
    await insertRoom(tx, { ...input, id, ownerId: member.personId, createdAt: now });
    await giveLink(tx, { id, name: input.name }, now, ground.random);
    await ground.emit(tx, { type: 'room-made', roomId: id, ownerId: member.personId });
    return existing(await findRoom(tx, id));
  });
}

/** The member's own rooms, newest first. */
export function myRooms(ground: RoomsGround, member: Member): Promise<Room[]> {
  return ground.doors.asCoop(member.coopId, (tx) => roomsOf(tx, member.personId));
}

/** A room that the member may manage. To everybody else in the house it is not there. */
export function openRoom(ground: RoomsGround, member: Member, id: string): Promise<RoomResult> {
  return ground.doors.asCoop(member.coopId, async (tx) => managed(member, await findRoom(tx, id)));
}

/** Changes what is given. A new name brings a new link; the old one keeps opening the room. */
export function changeRoom(
  ground: RoomsGround,
  member: Member,
  id: string,
  change: RoomChange,
): Promise<RoomResult> {
  return ground.doors.asCoop(member.coopId, async (tx) => {
    const found = managed(member, await findRoom(tx, id));
    if (!found.ok) return found;
    await updateRoom(tx, id, definedOf(change));
    if (change.name !== undefined && change.name !== found.value.name) {
      await giveLink(tx, { id, name: change.name }, ground.clock.now(), ground.random);
    }
    await ground.emit(tx, { type: 'room-changed', roomId: id, ownerId: found.value.ownerId });
    return { ok: true, value: existing(await findRoom(tx, id)) };
  });
}

/** Deletes a room so that it can be restored. A meeting that runs in it goes on; nobody new finds the door. */
export function deleteRoom(ground: RoomsGround, member: Member, id: string): Promise<RoomResult> {
  return ground.doors.asCoop(member.coopId, async (tx) => {
    const found = managed(member, await findRoom(tx, id));
    if (!found.ok) return found;
    await updateRoom(tx, id, { deletedAt: ground.clock.now() });
    await ground.emit(tx, { type: 'room-deleted', roomId: id, ownerId: found.value.ownerId });
    return found;
  });
}

/** Brings a deleted room back, with all its links. Restoring twice is one restoring. */
export function restoreRoom(ground: RoomsGround, member: Member, id: string): Promise<RoomResult> {
  return ground.doors.asCoop(member.coopId, async (tx) => {
    const room = (await findDeletedRoom(tx, id)) ?? (await findRoom(tx, id));
    const found = managed(member, room);
    if (!found.ok || found.value.deletedAt === null) return found;
    await updateRoom(tx, id, { deletedAt: null });
    await ground.emit(tx, { type: 'room-restored', roomId: id, ownerId: found.value.ownerId });
    return { ok: true, value: existing(await findRoom(tx, id)) };
  });
}

/** The owner and the admins of the house manage a room; everybody else learns nothing of it. */
function managed(member: Member, room: Room | null): RoomResult {
  const manages = room !== null && (room.ownerId === member.personId || member.admin);
  return manages ? { ok: true, value: room } : { ok: false, error: 'not-found' };
}

function definedOf(change: RoomChange) {
  const { name, purpose, lobby, whoMayStart } = change;
  return {
    ...(name !== undefined && { name }),
    ...(purpose !== undefined && { purpose }),
    ...(lobby !== undefined && { lobby }),
    ...(whoMayStart !== undefined && { whoMayStart }),
  };
}

function existing(room: Room | null): Room {
  if (room === null) throw new Error('A room that was just written is not there.');
  return room;
}
