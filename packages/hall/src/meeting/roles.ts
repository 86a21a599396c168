import type { MeetingState } from './state.ts';

/** Moderators in the meeting admit, deny and end. */
export function mayModerate(state: MeetingState, seatId: string): boolean {
  const attendee = state.attendees.get(seatId);
  return attendee?.stay != null && attendee.seat.role === 'MODERATOR';
}
