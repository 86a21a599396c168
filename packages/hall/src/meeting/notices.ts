import type { Recorded } from './events.ts';
import type { Notice } from './notice.ts';
import type { MeetingState } from './state.ts';

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
