import type { MeetingEvent, Recorded } from './events.ts';
import type { MeetingState } from './state.ts';

/** Raising a raised hand keeps its place in the order. */
export function moveHand(state: MeetingState, seatId: string, up: boolean): MeetingEvent[] {
  const stay = state.attendees.get(seatId)?.stay;
  if (!stay || (stay.handAt !== null) === up) return [];
  return [{ type: 'hand', seat: seatId, up }];
}

export function applyHand(state: MeetingState, event: Recorded & { type: 'hand' }): void {
  const stay = state.attendees.get(event.seat)?.stay;
  if (stay) stay.handAt = event.up ? event.at : null;
}
