import type { Role } from '../protocol/index.ts';

/** A place in one meeting, given out by `join` and taken by whoever shows its token. */
export interface Seat {
  /** BigBlueButton's internal user id, `w_...`. */
  id: string;
  token: string;
  authToken: string;
  /** The caller's own id of the person; the internal id when none was given. */
  externalUserId: string;
  name: string;
  role: Role;
  guest: boolean;
  /** Language that the caller asked for, as given (`fr`, `pt-BR`). */
  locale: string | null;
  logoutUrl: string | null;
  /** `userdata-*` of the join call, keys without that prefix. */
  customData: Record<string, string>;
}

/** How a seat stands at the door; `admitted` and `denied` are a moderator's word. */
export type Admission = 'open' | 'ask' | 'admitted' | 'denied';
