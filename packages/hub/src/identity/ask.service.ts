import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { jobOf } from '../jobs/index.ts';
import type { IdentityGround } from './ground.ts';
import { hashOf } from './sign-in-keys.ts';
import { askedSince, insertSignIn, lockAddress } from './sign-ins.repository.ts';

/** How long code and link work. */
export const signInMinutes = 15;
const tries = 5;
const dayMs = 86_400_000;

// So many mails may one address be sent. With five tries each, a stranger who guesses codes for a known address
// has a hundred guesses a day in a million.
const limits = [
  { asks: 5, withinMs: 15 * 60_000 },
  { asks: 20, withinMs: dayMs },
];

/** Writes and sends the mail of a sign-in, outside the request. Tried for some eight minutes: then the code is half gone. */
export const mailSignIn = jobOf('identity.mail-sign-in', z.object({ signInId: z.uuid() }), { retries: 9 });

export interface Asking {
  houseId: string;
  email: string;
  /** What the mail is to be written in, unless the person chose a language. */
  language: string;
}

export type Asked =
  | { ok: true; value: { browserToken: string } }
  | { ok: false; error: { code: 'too-many'; retryAfterS: number } };

/**
 * Somebody asks to sign in. Whether a person has this address is not looked up here: known or not, the same statements
 * run, the same answer goes out, and the same limits hold. The mail's job finds out.
 */
export async function askToSignIn(ground: IdentityGround, asking: Asking): Promise<Asked> {
  const { doors, clock, ids, jobs } = ground;
  const email = addressOf(asking.email);
  const browserToken = randomBytes(32).toString('base64url');
  return doors.asFederation(async (tx): Promise<Asked> => {
    await lockAddress(tx, email);
    const now = clock.now();
    const asked = await askedSince(tx, email, new Date(now.getTime() - dayMs));
    const waitMs = Math.max(...limits.map((limit) => waitFor(asked, limit, now)));
    if (waitMs > 0) return { ok: false, error: { code: 'too-many', retryAfterS: Math.ceil(waitMs / 1000) } };
    const id = ids();
    await insertSignIn(tx, {
      id,
      email,
      coopId: asking.houseId,
      language: asking.language,
      browserHash: hashOf(browserToken),
      triesLeft: tries,
      askedAt: now,
      expiresAt: new Date(now.getTime() + signInMinutes * 60_000),
    });
    await jobs.ask(tx, mailSignIn, { signInId: id });
    return { ok: true, value: { browserToken } };
  });
}

/** An address as people are found by it. */
export const addressOf = (typed: string): string => typed.trim().toLowerCase();

function waitFor(asked: readonly Date[], limit: { asks: number; withinMs: number }, now: Date): number {
  const first = asked[limit.asks - 1];
  return first === undefined ? 0 : first.getTime() + limit.withinMs - now.getTime();
}
