import { ok, type Result, refused } from '../result.ts';
import type { EndReason, MeetingEvent, Recorded } from './events.ts';
import { mayModerate } from './roles.ts';
import { type MeetingState, present } from './state.ts';

/** Everybody leaves, then the meeting is over; nothing when it was over before. */
export function end(state: MeetingState, now: number, reason: EndReason, by: string | null): MeetingEvent[] {
  if (state.ended) return [];
  const leaving = present(state).map(({ seat, stay }): MeetingEvent => {
    return { type: 'left', seat: seat.id, when: stay.lost?.since ?? now, reason: 'meeting-ended' };
  });
  return [...leaving, { type: 'ended', by, reason }];
}

/** A moderator ends the meeting for all. */
export function endForAll(
  state: MeetingState,
  seatId: string,
  now: number,
): Result<MeetingEvent[], 'not-allowed'> {
  if (!mayModerate(state, seatId)) return refused('not-allowed');
  return ok(end(state, now, 'moderator', state.attendees.get(seatId)?.seat.name ?? null));
}

export function applyEnded(state: MeetingState, event: Recorded & { type: 'ended' }): void {
  state.ended = { at: event.at, by: event.by, reason: event.reason };
  for (const attendee of state.attendees.values()) attendee.asking = null;
}
