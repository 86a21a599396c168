import { z } from 'zod';

export const RoomName = z.string().trim().min(1).max(120);
export const WhoMayStart = z.enum(['owner', 'members', 'anyone']);
export const Lobby = z.enum(['off', 'guests', 'everyone']);
export const Purpose = z.enum(['conversation']);

/** POST /api/rooms → 201 RoomView */
export const RoomMake = z.object({
  name: RoomName,
  purpose: Purpose.default('conversation'),
  lobby: Lobby.default('guests'),
  whoMayStart: WhoMayStart.default('owner'),
});
/** PATCH /api/rooms/:id → 200 RoomView */
export const RoomChange = RoomMake.partial();

/** What runs in a room now, or null when it is free. */
export const RunningView = z.object({
  since: z.string(),
  people: z.int().nonnegative(),
  /** False when the server does not answer: the meeting may still run. */
  reachable: z.boolean(),
});

/** GET /api/rooms → RoomView[] (mine, newest first); GET /api/rooms/:id; DELETE → 204, undone by POST /api/rooms/:id/restore. */
export const RoomView = z.object({
  id: z.string(),
  name: z.string(),
  /** The whole address to give away. */
  link: z.url(),
  /** Its last part. */
  linkName: z.string(),
  purpose: Purpose,
  lobby: Lobby,
  whoMayStart: WhoMayStart,
  owner: z.object({ id: z.string(), name: z.string() }),
  mine: z.boolean(),
  createdAt: z.string(),
  running: RunningView.nullable(),
});
export type RoomView = z.infer<typeof RoomView>;
