import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
import type { Recurring } from '../jobs/index.ts';
import { forgetGuests } from './attendees.repository.ts';
import { guestNameDays } from './wire.ts';

/** Takes the names of guests out of old meetings, every hour. */
export function guestForgetting(ground: {
  doors: Doors;
  clock: Pick<Clock, 'now'>;
  /** The houses of the federation, read in its own door. */
  houseIds(tx: Tx): Promise<readonly string[]>;
}): Recurring {
  return {
    name: 'meetings.forget-guests',
    everyS: 3_600,
    async run() {
      const before = new Date(ground.clock.now().getTime() - guestNameDays * 86_400_000);
      const houses = await ground.doors.asFederation((tx) => ground.houseIds(tx));
      for (const house of houses) await ground.doors.asCoop(house, (tx) => forgetGuests(tx, before));
    },
  };
}
