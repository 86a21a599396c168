import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
import type { Recurring } from '../jobs/index.ts';
import { purgeRooms } from './rooms.repository.ts';
import { restorableDays } from './rooms.service.ts';

/** Removes for good, once a day, the rooms that can no longer be restored. */
export function roomPurge(ground: {
  doors: Doors;
  clock: Pick<Clock, 'now'>;
  /** The houses of the federation, read in its own door. */
  houseIds(tx: Tx): Promise<readonly string[]>;
}): Recurring {
  return {
    name: 'rooms.purge',
    everyS: 86_400,
    async run() {
      const before = new Date(ground.clock.now().getTime() - restorableDays * 86_400_000);
      const houses = await ground.doors.asFederation((tx) => ground.houseIds(tx));
      for (const house of houses) await ground.doors.asCoop(house, (tx) => purgeRooms(tx, before));
    },
  };
}
