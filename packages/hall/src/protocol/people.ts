import { z } from 'zod';

/** How a person takes part, in BigBlueButton's own two words. */
export const Role = z.enum(['MODERATOR', 'VIEWER']);
export type Role = z.infer<typeof Role>;

/** What a person's device sends: `none` when there is no device or it was refused. */
export const DeviceState = z.enum(['on', 'off', 'none']);
export type DeviceState = z.infer<typeof DeviceState>;

/** One person in the meeting, as everybody there sees them. Times are ISO 8601 in UTC. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  guest: z.boolean(),
  joinedAt: z.string(),
  mic: DeviceState,
  camera: DeviceState,
  screen: z.boolean(),
  /** When the hand went up, or null: the order of hands is the order of these times. */
  handAt: z.string().nullable(),
  /** False while the connection is lost and the seat is kept. */
  present: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** Somebody who waits in the lobby. */
export const Waiting = z.object({ id: z.string(), name: z.string(), since: z.string() });
export type Waiting = z.infer<typeof Waiting>;

/** One message of the public chat. `id` is the sender's own: a repeated send is the same message. */
export const ChatMessage = z.object({
  id: z.string(),
  from: z.string(),
  name: z.string(),
  text: z.string(),
  at: z.string(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;
