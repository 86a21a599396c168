import { ok, type Result, refused } from '../result.ts';
import { isFull } from './attendees.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { mayModerate } from './roles.ts';
import type { Asking, MeetingState } from './state.ts';

export type LobbyRefusal = 'not-allowed' | 'meeting-full';

/**
 * Opens the door to those named who still wait; ids that do not wait (any more) are passed over, because two
 * moderators may press at once. Whoever is connected enters at once.
 */
export function admit(
  state: MeetingState,
  by: string,
  seatIds: readonly string[],
): Result<MeetingEvent[], LobbyRefusal> {
  if (!mayModerate(state, by)) return refused('not-allowed');
  const waiting = waitingAmong(state, seatIds);
  const room = waiting.filter(({ seat }) => !isFull(state, seat.externalUserId));
  if (waiting.length > 0 && room.length === 0) return refused('meeting-full');
  return ok(
    room.flatMap(({ seat, asking }): MeetingEvent[] => {
      const admitted: MeetingEvent = { type: 'admitted', seat: seat.id, by };
      if (asking.lost) return [admitted];
      return [admitted, { type: 'entered', seat: seat.id, mic: asking.mic, camera: asking.camera }];
    }),
  );
}

export function deny(
  state: MeetingState,
  by: string,
  seatIds: readonly string[],
): Result<MeetingEvent[], 'not-allowed'> {
  if (!mayModerate(state, by)) return refused('not-allowed');
  return ok(waitingAmong(state, seatIds).map(({ seat }) => ({ type: 'denied', seat: seat.id, by })));
}

function waitingAmong(state: MeetingState, seatIds: readonly string[]): Asking[] {
  return [...new Set(seatIds)].flatMap((id) => {
    const attendee = state.attendees.get(id);
    return attendee?.asking ? [{ ...attendee, asking: attendee.asking }] : [];
  });
}

export function applyAsked(state: MeetingState, event: Recorded & { type: 'asked' }): void {
  const attendee = state.attendees.get(event.seat);
  if (attendee) attendee.asking = { since: event.at, mic: event.mic, camera: event.camera, lost: null };
}

/** Admitted people who were not connected keep their admission for when they come back. */
export function applyDoor(
  state: MeetingState,
  event: Recorded & { type: 'admitted' | 'denied' | 'stopped-asking' },
): void {
  const attendee = state.attendees.get(event.seat);
  if (!attendee) return;
  attendee.asking = null;
  if (event.type !== 'stopped-asking') attendee.admission = event.type;
}
