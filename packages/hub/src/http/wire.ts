import { z } from 'zod';

/** Every error answer of the hub's JSON API. The browser has the sentence; the code and `about` choose it. */
export const Problem = z.object({
  error: z.object({
    code: z.enum([
      'invalid',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'too-many',
      'foreign-origin',
      'code-wrong',
      'code-spent',
      'link-spent',
      'name-needed',
      'not-started',
      'server-down',
      'no-server',
      'room-in-use',
      'server-unreachable',
      'server-secret-wrong',
      'server-not-bbb',
      'server-address-barred',
      'server-known',
      'server-in-use',
      'too-late',
      'internal',
    ]),
    /** Which fields are wrong, and how (`too-short`, `too-long`, `malformed`, `missing`). */
    fields: z.record(z.string(), z.string()).optional(),
    /** Seconds after which asking again makes sense. */
    retryAfterS: z.int().optional(),
    /** Tries that are left, for codes. */
    triesLeft: z.int().optional(),
    /** A number to quote to the people who run the server; only with `internal`. */
    reference: z.string().optional(),
  }),
});
export type Problem = z.infer<typeof Problem>;

/** GET /api/events (SSE): `event: rooms`, no data: something in the rooms of this person changed, ask again. */
