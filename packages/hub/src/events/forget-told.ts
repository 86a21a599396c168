import type { Clock } from '../clock/index.ts';
import type { Doors } from '../db/index.ts';
import { forget } from './outbox.repository.ts';

const keptMs = 7 * 86_400_000;

/** Forgets events that everybody has had for a week. Those that nobody could take stay. */
export async function forgetTold(db: Doors, clock: Pick<Clock, 'now'>): Promise<void> {
  await db.asFederation((tx) => forget(tx, new Date(clock.now().getTime() - keptMs)));
}
