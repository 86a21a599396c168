import type { GuestStatus } from '@koinon/bbb-api';
import { newSessionToken, newUserId, randomToken } from '../ids.ts';
import { ok, type Result, refused } from '../result.ts';
import { isFull } from './attendees.ts';
import type { MeetingEvent } from './events.ts';
import type { Admission, Seat } from './seat.ts';
import type { MeetingState } from './state.ts';

export interface JoinRequest extends Omit<Seat, 'id' | 'token' | 'authToken' | 'externalUserId'> {
  externalUserId: string | null;
  guestStatus: GuestStatus;
}

export type JoinRefusal = 'meeting-full' | 'guest-denied';

/** Gives a seat out. Nobody has joined by that: the seat counts when somebody takes it. */
export function giveSeat(
  state: MeetingState,
  request: JoinRequest,
): Result<{ seat: Seat; events: MeetingEvent[] }, JoinRefusal> {
  const { externalUserId, guestStatus, ...person } = request;
  const id = newUserId();
  if (isFull(state, externalUserId ?? id)) return refused('meeting-full');
  if (guestStatus === 'DENY') return refused('guest-denied');
  const seat: Seat = {
    ...person,
    id,
    externalUserId: externalUserId ?? id,
    token: newSessionToken(),
    authToken: randomToken(12),
  };
  const admission: Admission = guestStatus === 'WAIT' ? 'ask' : 'open';
  return ok({ seat, events: [{ type: 'seat-taken', seat, admission }] });
}
