import type { Audit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Doors, Tx } from '../db/index.ts';
import type { Events } from '../events/index.ts';
import type { EngineDriver, Placement, Server } from '../fleet/index.ts';
import type { Ids } from '../ids/index.ts';
import type { CallbackAddresses } from './callback-addresses.ts';

/** The house in which a meeting is held, as far as its engine and its people need to know. */
export interface MeetingHouse {
  id: string;
  name: string;
  paint: string;
  /** Where its pages are, without a slash at the end. */
  address: string;
}

/** What the services of this room stand on. */
export interface MeetingsGround {
  doors: Doors;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  placement: Placement;
  /** The server's row, for a house that has a meeting there. */
  findServer(tx: Tx, serverId: string): Promise<Server | null>;
  driverOf(server: Server): EngineDriver;
  /** Writes down that a server did or did not answer somebody on the way in. */
  noteCheck(serverId: string, answered: boolean): Promise<unknown>;
  callbacks: CallbackAddresses;
  /** Names of people by their ids; who is not there any more has none. */
  namesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  events: Events;
  audit: Audit;
}
