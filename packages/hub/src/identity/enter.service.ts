import type { IdentityGround } from './ground.ts';
import { beginSession } from './sessions.service.ts';
import { hashOf } from './sign-in-keys.ts';
import { spend, takeTry } from './sign-ins.repository.ts';

/** The token for the browser's cookie. */
export type Entered<Failure> = { ok: true; value: { token: string } } | { ok: false; error: Failure };

export type CodeError = { code: 'code-wrong'; triesLeft: number } | { code: 'code-spent' };

/**
 * Signs in by the mailed code: in the browser and the house where it was asked for, before it ends, within five tries. One
 * that was asked for with an address that nobody has takes its tries in the same way, and no code is right.
 */
export async function enterByCode(
  ground: IdentityGround,
  { browserToken, code, houseId }: { browserToken: string; code: string; houseId: string },
): Promise<Entered<CodeError>> {
  const { doors, clock, keys } = ground;
  return doors.asFederation(async (tx): Promise<Entered<CodeError>> => {
    const now = clock.now();
    const signIn = await takeTry(tx, hashOf(browserToken), houseId, now);
    if (signIn === null) return { ok: false, error: { code: 'code-spent' } };
    const right = keys.isCode(signIn.id, code);
    const personId = right ? await spend(tx, signIn.id, houseId, now) : null;
    if (personId === null) {
      return { ok: false, error: { code: 'code-wrong', triesLeft: signIn.triesLeft } };
    }
    return { ok: true, value: { token: await beginSession(ground, tx, personId) } };
  });
}

/** Signs in by the mailed link, in any browser: it holds 256 bits that only the mailbox knows. */
export async function enterByLink(
  ground: IdentityGround,
  { token, houseId }: { token: string; houseId: string },
): Promise<Entered<{ code: 'link-spent' }>> {
  const { doors, clock, keys } = ground;
  const signInId = keys.readLinkToken(token);
  if (signInId === null) return { ok: false, error: { code: 'link-spent' } };
  return doors.asFederation(async (tx): Promise<Entered<{ code: 'link-spent' }>> => {
    const personId = await spend(tx, signInId, houseId, clock.now());
    if (personId === null) return { ok: false, error: { code: 'link-spent' } };
    return { ok: true, value: { token: await beginSession(ground, tx, personId) } };
  });
}
