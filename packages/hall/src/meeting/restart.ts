import type { MeetingEvent } from './events.ts';
import { askers, type Lost, type MeetingState, present } from './state.ts';

/** How long people have to come back after the hall itself was away. */
export const RESTART_KEPT_MS = 30_000;

/** Nobody is connected to a hall that has just started: every seat is kept for its person's return. */
export function keepSeats(state: MeetingState, lastAlive: number, now: number): MeetingEvent[] {
  if (state.ended) return [];
  const keep = (seat: string, from: number, lost: Lost | null): MeetingEvent => ({
    type: 'connection-lost',
    seat,
    since: lost?.since ?? Math.min(now, Math.max(from, lastAlive)),
    keptUntil: now + RESTART_KEPT_MS,
  });
  return [
    ...present(state).map(({ seat, stay }) => keep(seat.id, stay.joinedAt, stay.lost)),
    ...askers(state).map(({ seat, asking }) => keep(seat.id, asking.since, asking.lost)),
  ];
}
