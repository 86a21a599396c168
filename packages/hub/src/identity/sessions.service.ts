import { randomBytes } from 'node:crypto';
import type { Tx } from '../db/index.ts';
import type { Asker } from '../route/index.ts';
import type { IdentityGround } from './ground.ts';
import { endSession, findSession, insertSession, keepSession } from './sessions.repository.ts';
import { hashOf } from './sign-in-keys.ts';

const dayMs = 86_400_000;
/** Ends after so long without a visit. */
const idleMs = 30 * dayMs;
/** Ends after so long in any case. */
export const sessionDays = 180;
// A visit is written down once an hour at most: not every request is a write.
const noteEveryMs = 3_600_000;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Signs a browser in, in the transaction that spends its code or link. Answers the token for its cookie. */
export async function beginSession(
  { clock, ids }: Pick<IdentityGround, 'clock' | 'ids'>,
  tx: Tx,
  personId: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + idleMs);
  await insertSession(tx, {
    id: ids(),
    tokenHash: hashOf(token),
    personId,
    createdAt,
    seenAt: createdAt,
    expiresAt,
  });
  return token;
}

/** Who holds this token, with the roles in that house. Null for a token that is unknown, ended or expired. */
export async function findAsker(
  { doors, clock, rolesIn }: Pick<IdentityGround, 'doors' | 'clock' | 'rolesIn'>,
  token: string,
  houseId: string | null,
): Promise<Asker | null> {
  if (!tokenShape.test(token)) return null;
  const found = await doors.asFederation(async (tx) => {
    const now = clock.now();
    const held = await findSession(tx, hashOf(token), now);
    if (held !== null && now.getTime() - held.session.seenAt.getTime() >= noteEveryMs) {
      const latest = held.session.createdAt.getTime() + sessionDays * dayMs;
      const expiresAt = new Date(Math.min(now.getTime() + idleMs, latest));
      await keepSession(tx, held.session.id, { seenAt: now, expiresAt });
    }
    return held;
  });
  if (found === null) return null;
  const { session, person } = found;
  const { id, name, email, language } = person;
  const roles = houseId === null ? [] : await rolesIn(houseId, id);
  return { sessionId: session.id, person: { id, name, email, language }, roles };
}

/** Ends the session of this token, if it has one. */
export async function signOut({ doors }: Pick<IdentityGround, 'doors'>, token: string): Promise<void> {
  await doors.asFederation((tx) => endSession(tx, hashOf(token)));
}
