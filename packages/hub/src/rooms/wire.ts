import { z } from 'zod';
import { plainName } from '../names/index.ts';

/** A name that people typed, freed of what cannot be seen. The length is that of what remains. */
export const RoomName = z.string().transform(plainName).pipe(z.string().min(1).max(120));
export const WhoMayStart = z.enum(['owner', 'members', 'anyone']);
export type WhoMayStart = z.infer<typeof WhoMayStart>;
export const Lobby = z.enum(['off', 'guests', 'everyone']);
export type Lobby = z.infer<typeof Lobby>;
export const Purpose = z.enum(['conversation']);
export type Purpose = z.infer<typeof Purpose>;

/** POST /api/rooms → 201 RoomView */
export const RoomMake = z.object({
  name: RoomName,
  purpose: Purpose.default('conversation'),
  lobby: Lobby.default('guests'),
  whoMayStart: WhoMayStart.default('owner'),
});
export type RoomMake = z.infer<typeof RoomMake>;
/** PATCH /api/rooms/:id → 200 RoomView */
export const RoomChange = z.object({
  name: RoomName.optional(),
  purpose: Purpose.optional(),
  lobby: Lobby.optional(),
  whoMayStart: WhoMayStart.optional(),
});
export type RoomChange = z.infer<typeof RoomChange>;

/** What runs in a room now, or null when it is free. */
export const RunningView = z.object({
  since: z.string(),
  people: z.int().nonnegative(),
  /** False when the server does not answer: the meeting may still run. */
  reachable: z.boolean(),
});
export type RunningView = z.infer<typeof RunningView>;

/**
 * GET /api/rooms → RoomView[] (mine, newest first); GET /api/rooms/:id; DELETE → 204, undone by
 * POST /api/rooms/:id/restore, or 409 room-in-use while a meeting runs.
 */
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
