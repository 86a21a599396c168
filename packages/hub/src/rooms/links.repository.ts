import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { linkNameOf, linkNames, wordless } from './link-name.ts';
import { roomLinks } from './tables.ts';

/** Rooms of one name are few; beyond this many the name says nothing any more. */
const mostNumbered = 50;

/**
 * Gives the room the readable link that its name asks for, or the next free one after it; a link that it had keeps
 * opening it.
 *
 * @param random 0 ≤ n < below; for names without ASCII letters
 */
export async function giveLink(
  tx: Tx,
  room: { id: string; name: string },
  now: Date,
  random: (below: number) => number,
): Promise<string> {
  const base = linkNameOf(room.name) || wordless(random);
  let tried = 0;
  for (const name of linkNames(base)) {
    tried += 1;
    if (await takeLink(tx, room.id, name, now)) return name;
    if (tried >= mostNumbered) break;
  }
  for (;;) {
    const name = `${base}-${wordless(random)}`;
    if (await takeLink(tx, room.id, name, now)) return name;
  }
}

/** Whether the house of this door ever had a room: link names are kept for ever. */
export async function everHadRoom(tx: Tx): Promise<boolean> {
  const some = await tx.select({ name: roomLinks.name }).from(roomLinks).limit(1);
  return some.length > 0;
}

/** True when the name is now the room's present link. Names are unique in a co-op and never change hands. */
async function takeLink(tx: Tx, roomId: string, name: string, now: Date): Promise<boolean> {
  const taken = await tx
    .insert(roomLinks)
    .values({ name, roomId, current: false, since: now })
    .onConflictDoNothing({ target: [roomLinks.coopId, roomLinks.name] })
    .returning({ name: roomLinks.name });
  if (taken.length === 0) {
    const [own] = await tx
      .select({ name: roomLinks.name })
      .from(roomLinks)
      .where(and(eq(roomLinks.name, name), eq(roomLinks.roomId, roomId)));
    if (!own) return false;
  }
  await tx
    .update(roomLinks)
    .set({ current: false })
    .where(and(eq(roomLinks.roomId, roomId), ne(roomLinks.name, name)));
  await tx.update(roomLinks).set({ current: true }).where(eq(roomLinks.name, name));
  return true;
}
