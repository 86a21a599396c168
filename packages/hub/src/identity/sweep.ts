import type { Recurring } from '../jobs/index.ts';
import type { IdentityGround } from './ground.ts';
import { forgetSessions } from './sessions.repository.ts';
import { forgetSignIns } from './sign-ins.repository.ts';

const dayMs = 86_400_000;

/** Forgets, every hour, what was asked for a day ago and sessions that are over. */
export function identitySweep({ doors, clock }: Pick<IdentityGround, 'doors' | 'clock'>): Recurring {
  return {
    name: 'identity.sweep',
    everyS: 3600,
    run: () =>
      doors.asFederation(async (tx) => {
        const now = clock.now();
        await forgetSignIns(tx, new Date(now.getTime() - dayMs));
        await forgetSessions(tx, now);
      }),
  };
}
