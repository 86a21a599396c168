import type { Logger } from 'pino';
import type { Asker, HouseHere, Routes } from '../route/index.ts';
import type { Place } from './place.ts';

/** What the edge asks of the rooms behind it; `hub.ts` fills these in. */
export interface HttpPorts {
  /** The house that lives at this place, or null. */
  findHouse(place: Place): Promise<HouseHere | null>;
  /** Who holds this session, with the roles in that house, or null. */
  findAsker(sessionToken: string, houseId: string | null): Promise<Asker | null>;
  /** Whether this host name (without port) belongs to a co-op. */
  isHouseHost(host: string): Promise<boolean>;
  /** Calls back with a co-op's id whenever its rooms changed. */
  onHouseChange(heard: (houseId: string) => void): void;
  /** Rejects when the database does not answer. */
  checkHealth(): Promise<void>;
}

export interface HttpOptions extends HttpPorts {
  host: string;
  port: number;
  /** The configured address, completed with the real port once the hub listens. */
  url: URL;
  tls: { cert: string; key: string } | null;
  trustProxy: string[];
  /** The folder of the built pages. */
  webRoot: string;
  /** Where the source code can be had. */
  sourceUrl?: string | null;
  version: string;
  log: Logger;
  rooms: readonly Routes[];
}
