import { z } from 'zod';
import { Lobby, Purpose, RoomName, RunningView } from '../rooms/wire.ts';

/** GET /api/links/:link → what anybody with the link may know of the room. 404 not-found. */
export const DoorView = z.object({
  room: z.string(),
  /** Given only to people who may open the room's own page. */
  roomId: z.string().nullable(),
  purpose: Purpose,
  host: z.string(),
  lobby: Lobby,
  running: RunningView.nullable(),
  /** What the asker may do now. `wait`: a meeting must be started by somebody else first. */
  may: z.enum(['start', 'join', 'wait', 'sign-in']),
  /** False when this address gives no camera and microphone (no HTTPS, not this machine). */
  secure: z.boolean(),
});
export type DoorView = z.infer<typeof DoorView>;

/** POST /api/links/:link/enter: starts the meeting when there is none and the asker may. Guests give a name. */
export const Enter = z.object({
  name: RoomName.optional(),
  language: z.string().max(8).optional(),
});
export type Enter = z.infer<typeof Enter>;
/** The address to go to. Errors: 409 not-started, 422 name-needed, 503 server-down | no-server, 429 too-many. */
export const Entered = z.object({ joinUrl: z.url() });
export type Entered = z.infer<typeof Entered>;

/** POST /api/rooms/:id/end → 204. */

/** How long the name of a guest is kept after the meeting. The room's door says so to guests. */
export const guestNameDays = 30;

export const AttendeeView = z.object({
  /** Empty when a guest's name has served its time. */
  name: z.string(),
  role: z.enum(['moderator', 'attendee']),
  guest: z.boolean(),
  /** Every stay: the same person may come twice. */
  stays: z.array(z.object({ from: z.string(), until: z.string().nullable() })),
  /** How exact the times are: told by the engine, or seen by asking it (then within so many seconds). */
  precisionS: z.int().nonnegative(),
});
export type AttendeeView = z.infer<typeof AttendeeView>;
/** GET /api/rooms/:id/meetings → MeetingView[], newest first, at most 20. */
export const MeetingView = z.object({
  id: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  server: z.string(),
  attendees: z.array(AttendeeView),
});
export type MeetingView = z.infer<typeof MeetingView>;
