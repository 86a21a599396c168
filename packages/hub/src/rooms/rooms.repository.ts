import { and, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { roomLinks, rooms } from './tables.ts';
import type { RoomMake } from './wire.ts';

/** A room with the link that is given away now. */
export type Room = typeof rooms.$inferSelect & { linkName: string };

const withLink = { room: rooms, linkName: roomLinks.name };

function asRoom(row: { room: typeof rooms.$inferSelect; linkName: string }): Room {
  return { ...row.room, linkName: row.linkName };
}

function selectRooms(tx: Tx) {
  return tx
    .select(withLink)
    .from(rooms)
    .innerJoin(roomLinks, and(eq(roomLinks.roomId, rooms.id), eq(roomLinks.current, true)));
}

export async function insertRoom(
  tx: Tx,
  room: RoomMake & { id: string; ownerId: string; createdAt: Date },
): Promise<void> {
  await tx.insert(rooms).values(room);
}

/** The room, unless it was deleted. */
export async function findRoom(tx: Tx, id: string): Promise<Room | null> {
  const [row] = await selectRooms(tx).where(and(eq(rooms.id, id), isNull(rooms.deletedAt)));
  return row ? asRoom(row) : null;
}

/** The room that was deleted and can be restored. */
export async function findDeletedRoom(tx: Tx, id: string): Promise<Room | null> {
  const [row] = await selectRooms(tx).where(and(eq(rooms.id, id), isNotNull(rooms.deletedAt)));
  return row ? asRoom(row) : null;
}

/** The room behind a link, the present one or a former one. */
export async function findRoomByLink(tx: Tx, linkName: string): Promise<Room | null> {
  const [link] = await tx
    .select({ roomId: roomLinks.roomId })
    .from(roomLinks)
    .where(eq(roomLinks.name, linkName));
  return link?.roomId ? findRoom(tx, link.roomId) : null;
}

/** A person's own rooms, newest first. */
export async function roomsOf(tx: Tx, ownerId: string): Promise<Room[]> {
  const rows = await selectRooms(tx)
    .where(and(eq(rooms.ownerId, ownerId), isNull(rooms.deletedAt)))
    .orderBy(desc(rooms.createdAt), desc(rooms.id));
  return rows.map(asRoom);
}

export async function updateRoom(
  tx: Tx,
  id: string,
  change: Partial<typeof rooms.$inferInsert>,
): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(rooms).set(change).where(eq(rooms.id, id));
}

/** Removes for good what was deleted before `before`; its link names stay taken. Answers how many. */
export async function purgeRooms(tx: Tx, before: Date): Promise<number> {
  const gone = await tx.select({ id: rooms.id }).from(rooms).where(lt(rooms.deletedAt, before));
  if (gone.length === 0) return 0;
  const ids = gone.map(({ id }) => id);
  await tx.update(roomLinks).set({ roomId: null, current: false }).where(inArray(roomLinks.roomId, ids));
  const purged = await tx.delete(rooms).where(inArray(rooms.id, ids)).returning({ id: rooms.id });
  return purged.length;
}
