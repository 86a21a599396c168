import type { Audit } from '../audit/index.ts';
import { houseChanged } from '../changes/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
import type { Events, EventType } from '../events/index.ts';
import type { Ids } from '../ids/index.ts';
import { type Act, may } from '../policy/index.ts';
import type { HouseRole } from '../route/index.ts';
import { roomChanged, roomDeleted, roomMade, roomRestored } from './events.ts';
import { giveLink } from './links.repository.ts';
import { findDeletedRoom, findRoom, insertRoom, type Room, roomsOf, updateRoom } from './rooms.repository.ts';
import type { RoomChange, RoomMake } from './wire.ts';

export interface RoomsGround {
  doors: Doors;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  /** 0 ≤ n < below. */
  random(below: number): number;
  events: Events;
  audit: Audit;
}

/** Somebody signed in who acts in a house. */
export interface Actor {
  coopId: string;
  personId: string;
  /** In this house; empty for who is no member of it. */
  roles: readonly HouseRole[];
}

export type RoomResult = { ok: true; value: Room } | { ok: false; error: 'not-found' };

/** How long a deleted room can be restored. */
export const restorableDays = 30;

/** Makes a room of the actor's own, with a link that its name gives. */
export function makeRoom(ground: RoomsGround, actor: Actor, input: RoomMake): Promise<Room> {
  const id = ground.ids();
  return ground.doors.asCoop(actor.coopId, async (tx) => {
    const now = ground.clock.now();
    await insertRoom(tx, { ...input, id, ownerId: actor.personId, createdAt: now });
    await giveLink(tx, { id, name: input.name }, now, ground.random);
    await told(ground, tx, roomMade, { id, ownerId: actor.personId });
    return existing(await findRoom(tx, id));
  });
}

/** The actor's own rooms, newest first. */
export function myRooms(ground: RoomsGround, actor: Actor): Promise<Room[]> {
  return ground.doors.asCoop(actor.coopId, (tx) => roomsOf(tx, actor.personId));
}

/** A room that the actor may manage. To everybody else in the house it is not there. */
export function openRoom(ground: RoomsGround, actor: Actor, id: string): Promise<RoomResult> {
  return ground.doors.asCoop(actor.coopId, async (tx) =>
    managed('rooms.read', actor, await findRoom(tx, id)),
  );
}

/** Changes what is given. A new name changes what people read; the link that they have written down stays. */
export function changeRoom(
  ground: RoomsGround,
  actor: Actor,
  id: string,
  change: RoomChange,
): Promise<RoomResult> {
  return ground.doors.asCoop(actor.coopId, async (tx) => {
    const found = managed('rooms.change', actor, await findRoom(tx, id));
    if (!found.ok) return found;
    await updateRoom(tx, id, definedOf(change));
    await noted(ground, tx, 'rooms.change', actor, found.value);
    await told(ground, tx, roomChanged, found.value);
    return { ok: true, value: existing(await findRoom(tx, id)) };
  });
}

/** Deletes a room so that it can be restored. While a meeting runs, people need its door: it is `room-in-use`. */
export function deleteRoom(
  ground: RoomsGround,
  actor: Actor,
  id: string,
  isRunning: (tx: Tx, roomId: string) => Promise<boolean>,
): Promise<RoomResult | { ok: false; error: 'room-in-use' }> {
  return ground.doors.asCoop(actor.coopId, async (tx) => {
    const found = managed('rooms.delete', actor, await findRoom(tx, id));
    if (!found.ok) return found;
    if (await isRunning(tx, id)) return { ok: false, error: 'room-in-use' };
    await updateRoom(tx, id, { deletedAt: ground.clock.now() });
    await noted(ground, tx, 'rooms.delete', actor, found.value);
    await told(ground, tx, roomDeleted, found.value);
    return found;
  });
}

/** Brings a deleted room back, with all its links. Restoring twice is one restoring. */
export function restoreRoom(ground: RoomsGround, actor: Actor, id: string): Promise<RoomResult> {
  return ground.doors.asCoop(actor.coopId, async (tx) => {
    const room = (await findDeletedRoom(tx, id)) ?? (await findRoom(tx, id));
    const found = managed('rooms.restore', actor, room);
    if (!found.ok || found.value.deletedAt === null) return found;
    await updateRoom(tx, id, { deletedAt: null });
    await noted(ground, tx, 'rooms.restore', actor, found.value);
    await told(ground, tx, roomRestored, found.value);
    return { ok: true, value: existing(await findRoom(tx, id)) };
  });
}

/** Whether this act on a room is the actor's to do. Owning counts for members: who left the house left its rooms. */
export function mayWith(
  act: Act,
  { personId, roles }: Omit<Actor, 'coopId'>,
  room: Pick<Room, 'ownerId'>,
): boolean {
  const owns = roles.includes('member') && room.ownerId === personId;
  return may(act, { signedIn: true, roles, owns });
}

/** The room, for whoever may do this with it; everybody else learns nothing of it. */
function managed(act: Act, actor: Actor, room: Room | null): RoomResult {
  return room !== null && mayWith(act, actor, room)
    ? { ok: true, value: room }
    : { ok: false, error: 'not-found' };
}

/** An admin's hand on somebody else's room is in the audit log. */
async function noted(
  { audit }: RoomsGround,
  tx: Tx,
  act: Act,
  { personId }: Actor,
  room: Room,
): Promise<void> {
  if (room.ownerId !== personId) await audit.note(tx, { actorId: personId, act, subject: `room:${room.id}` });
}

async function told(
  { events }: RoomsGround,
  tx: Tx,
  type: EventType<{ roomId: string; ownerId: string }>,
  { id, ownerId }: Pick<Room, 'id' | 'ownerId'>,
): Promise<void> {
  await events.tell(tx, type, { aggregate: `room:${id}`, payload: { roomId: id, ownerId } });
  await houseChanged(tx);
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
