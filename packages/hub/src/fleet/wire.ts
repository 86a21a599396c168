import { z } from 'zod';
import { plainName } from '../names/index.ts';

export const ServerKind = z.enum(['hall', 'bbb']);
export type ServerKind = z.infer<typeof ServerKind>;

/** GET /api/desk/servers → ServerView[]. Operators only. */
export const ServerView = z.object({
  id: z.string(),
  name: z.string(),
  kind: ServerKind,
  /** The API address; the secret is never shown again. */
  api: z.url(),
  state: z.enum(['enabled', 'disabled']),
  health: z.enum(['up', 'down', 'unknown']),
  /** Since when it does not answer. */
  downSince: z.string().nullable(),
  version: z.string().nullable(),
  meetings: z.int().nonnegative(),
  people: z.int().nonnegative(),
  /** The next meeting of this house runs here. Exactly one server of a house is next. */
  next: z.boolean(),
});
export type ServerView = z.infer<typeof ServerView>;

/** A name that people typed, freed of what cannot be seen. The length is that of what remains. */
const ServerName = z.string().transform(plainName).pipe(z.string().min(1).max(80));

/** POST /api/desk/servers → 201 ServerView; checked before it is saved. 422 server-unreachable | server-secret-wrong | server-not-bbb | server-address-barred | server-known. */
export const ServerAttach = z.object({
  name: ServerName,
  kind: ServerKind,
  api: z.url().max(500),
  secret: z.string().min(1).max(200),
});
export type ServerAttach = z.infer<typeof ServerAttach>;
/** PATCH /api/desk/servers/:id → 200 ServerView. `next: true` makes it the place of the next meeting. */
export const ServerChange = z.object({
  name: ServerName.optional(),
  state: z.enum(['enabled', 'disabled']).optional(),
  next: z.literal(true).optional(),
});
export type ServerChange = z.infer<typeof ServerChange>;
/** DELETE /api/desk/servers/:id → 204; 409 server-in-use while meetings run there. */
