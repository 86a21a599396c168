import type { DeviceState } from '../protocol/index.ts';
import { ok, type Result, refused } from '../result.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { type Attendee, type MeetingState, present } from './state.ts';

/** How long a seat is kept for somebody whose connection was lost. */
export const SEAT_KEPT_MS = 20_000;

export interface Devices {
  mic: DeviceState;
  camera: DeviceState;
}

export type EnterRefusal = 'denied' | 'meeting-full' | 'meeting-ended';

/**
 * What happens when somebody presses "enter": nothing for a seat that is taken already, a place in the lobby for
 * one that must ask, else entering.
 */
export function enter(
  state: MeetingState,
  seatId: string,
  devices: Devices,
): Result<MeetingEvent[], EnterRefusal> {
  const attendee = state.attendees.get(seatId);
  if (state.ended || !attendee) return refused('meeting-ended');
  if (attendee.stay) return ok(comesBack(attendee, devices));
  if (attendee.admission === 'denied') return refused('denied');
  if (isFull(state, attendee.seat.externalUserId)) return refused('meeting-full');
  if (attendee.admission === 'ask') {
    if (attendee.asking && !attendee.asking.lost) return ok([]);
    return ok([
      attendee.asking
        ? { type: 'connection-back', seat: seatId }
        : { type: 'asked', seat: seatId, ...devices },
    ]);
  }
  return ok([{ type: 'entered', seat: seatId, ...devices }]);
}

function comesBack(attendee: Attendee, devices: Devices): MeetingEvent[] {
  const { stay } = attendee;
  const events: MeetingEvent[] = [];
  if (stay?.lost) events.push({ type: 'connection-back', seat: attendee.seat.id });
  if (stay && (stay.mic !== devices.mic || stay.camera !== devices.camera)) {
    events.push({ type: 'devices', seat: attendee.seat.id, ...devices });
  }
  return events;
}

/**
 * BigBlueButton counts different people, not seats: whoever is there already may come once more
 * (MaxParticipantsValidator).
 */
export function isFull(state: MeetingState, externalUserId: string): boolean {
  const { maxParticipants } = state.settings;
  if (maxParticipants === 0) return false;
  const people = new Set(present(state).map(({ seat }) => seat.externalUserId));
  return people.size >= maxParticipants && !people.has(externalUserId);
}

/** The connection of a seat is gone; the seat is kept for a while. */
export function loseConnection(
  state: MeetingState,
  seatId: string,
  lost: { since: number; keptUntil: number },
): MeetingEvent[] {
  const attendee = state.attendees.get(seatId);
  const here = attendee?.stay ?? attendee?.asking;
  if (!here || here.lost) return [];
  return [{ type: 'connection-lost', seat: seatId, ...lost }];
}

/** Leaving by one's own will, from the meeting or from the lobby. */
export function leave(state: MeetingState, seatId: string, now: number): MeetingEvent[] {
  const attendee = state.attendees.get(seatId);
  if (attendee?.stay) return [{ type: 'left', seat: seatId, when: now, reason: 'left' }];
  if (attendee?.asking) return [{ type: 'stopped-asking', seat: seatId }];
  return [];
}

export function changeDevices(state: MeetingState, seatId: string, devices: Devices): MeetingEvent[] {
  const stay = state.attendees.get(seatId)?.stay;
  if (!stay || (stay.mic === devices.mic && stay.camera === devices.camera)) return [];
  return [{ type: 'devices', seat: seatId, ...devices }];
}

export function applyEntered(state: MeetingState, event: Recorded & { type: 'entered' }): void {
  const attendee = state.attendees.get(event.seat);
  if (!attendee) return;
  attendee.asking = null;
  attendee.stay = { joinedAt: event.at, mic: event.mic, camera: event.camera, handAt: null, lost: null };
  state.firstJoinedAt ??= event.at;
  state.emptySince = null;
}

export function applyLeft(state: MeetingState, event: Recorded & { type: 'left' }): void {
  const attendee = state.attendees.get(event.seat);
  if (!attendee) return;
  attendee.stay = null;
  if (present(state).length === 0) state.emptySince = event.at;
}

export function applyConnection(
  state: MeetingState,
  event: Recorded & { type: 'connection-lost' | 'connection-back' },
): void {
  const attendee = state.attendees.get(event.seat);
  const here = attendee?.stay ?? attendee?.asking;
  if (!here) return;
  here.lost = event.type === 'connection-lost' ? { since: event.since, keptUntil: event.keptUntil } : null;
}

export function applyDevices(state: MeetingState, event: Recorded & { type: 'devices' }): void {
  const stay = state.attendees.get(event.seat)?.stay;
  if (!stay) return;
  stay.mic = event.mic;
  stay.camera = event.camera;
}

export function applySeatTaken(state: MeetingState, event: Recorded & { type: 'seat-taken' }): void {
  const { seat, admission } = event;
  state.attendees.set(seat.id, { seat, admission, stay: null, asking: null });
}
