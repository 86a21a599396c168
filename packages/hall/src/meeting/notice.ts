import type { Seat } from './seat.ts';

type NoticeName = 'meeting-created' | 'user-joined' | 'user-left' | 'meeting-ended';

/** Something that front ends are told by hooks. The same event gives the same notice after a restart. */
export interface Notice {
  /** The event's number in the journal of its meeting. */
  seq: number;
  name: NoticeName;
  /** When it happened, milliseconds since 1970: somebody whose connection was lost left before that was recorded. */
  at: number;
  recordedAt: number;
  /** Who joined or left. */
  seat: Seat | null;
}
