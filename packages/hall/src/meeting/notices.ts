import type { Recorded } from './events.ts';
import type { Seat } from './seat.ts';
import type { MeetingState } from './state.ts';

export type NoticeName = 'meeting-created' | 'user-joined' | 'user-left' | 'meeting-ended';

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

/** The notice that an event calls for, or null. */
export function noticeOf(state: MeetingState, event: Recorded): Notice | null {
  const { seq, at } = event;
  switch (event.type) {
    case 'created':
      return { seq, name: 'meeting-created', at, recordedAt: at, seat: null };
    case 'entered':
      return withSeat(state, event.seat, { seq, name: 'user-joined', at, recordedAt: at });
    case 'left':
      return withSeat(state, event.seat, { seq, name: 'user-left', at: event.when, recordedAt: at });
    case 'ended':
      return { seq, name: 'meeting-ended', at, recordedAt: at, seat: null };
    default:
      return null;
  }
}

function withSeat(state: MeetingState, seatId: string, notice: Omit<Notice, 'seat'>): Notice | null {
  const attendee = state.attendees.get(seatId);
  return attendee ? { ...notice, seat: attendee.seat } : null;
}

export function applySent(state: MeetingState, event: Recorded & { type: 'hook-sent' }): void {
  const hooks = state.told.get(event.notice) ?? new Set();
  state.told.set(event.notice, hooks.add(event.hook));
}
