import type { Callbacks } from '../callbacks/index.ts';
import type { Clock } from '../clock.ts';
import type { Meetings } from '../meeting/index.ts';

/** What the calls of the API work with. */
export interface ApiGround {
  meetings: Meetings;
  hooks: Callbacks['hooks'];
  clock: Clock;
  /** The address that browsers use. */
  url: () => URL;
}

/** One call with its checksum proven: gives the XML of a success, throws a BbbError else. */
export type ApiCall = (ground: ApiGround, parameters: URLSearchParams) => Promise<string> | string;
