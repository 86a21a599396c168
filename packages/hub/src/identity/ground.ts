import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Coops } from '../coops/index.ts';
import type { Doors } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Mailer } from '../mail/index.ts';
import type { HouseRole } from '../route/index.ts';
import type { SignInKeys } from './sign-in-keys.ts';

/** What the services of this room stand on. */
export interface IdentityGround {
  doors: Pick<Doors, 'asFederation'>;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  keys: SignInKeys;
  coops: Pick<Coops, 'houseOf' | 'viewOf' | 'houses'>;
  mailer: Mailer;
  jobs: Jobs;
  log: Pick<Logger, 'info'>;
  /** The roles of a person in a house, now; filled by membership. */
  rolesIn(houseId: string, personId: string): Promise<readonly HouseRole[]>;
}
