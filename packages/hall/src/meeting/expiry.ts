import { end } from './ending.ts';
import type { MeetingEvent } from './events.ts';
import { askers, type MeetingState, present } from './state.ts';

const MINUTE_MS = 60_000;

/** What the passing of time alone brings: seats given up, and the end of a meeting that nobody needs. */
export function due(state: MeetingState, now: number): MeetingEvent[] {
  if (state.ended) return [];
  if (isOver(state, now)) return end(state, now, 'duration', null);
  const events = givenUp(state, now);
  if (events.length > 0) return events;
  if (nobodyCame(state, now)) return end(state, now, 'nobody-joined', null);
  if (everybodyLeft(state, now)) return end(state, now, 'empty', null);
  return [];
}

/** Kept seats whose time is over. A person left when the last sign of life came, not when patience ended. */
function givenUp(state: MeetingState, now: number): MeetingEvent[] {
  const left = present(state).flatMap(({ seat, stay }): MeetingEvent[] => {
    if (!stay.lost || now < stay.lost.keptUntil) return [];
    return [{ type: 'left', seat: seat.id, when: stay.lost.since, reason: 'lost' }];
  });
  const gone = askers(state).flatMap(({ seat, asking }): MeetingEvent[] => {
    if (!asking.lost || now < asking.lost.keptUntil) return [];
    return [{ type: 'stopped-asking', seat: seat.id }];
  });
  return [...left, ...gone];
}

function isOver({ settings }: MeetingState, now: number): boolean {
  const { durationMinutes, createTime } = settings;
  return durationMinutes > 0 && now >= createTime + durationMinutes * MINUTE_MS;
}

function nobodyCame({ settings, firstJoinedAt }: MeetingState, now: number): boolean {
  const minutes = settings.expireUnjoinedMinutes;
  return minutes > 0 && firstJoinedAt === null && now >= settings.createTime + minutes * MINUTE_MS;
}

function everybodyLeft({ settings, emptySince }: MeetingState, now: number): boolean {
  const minutes = settings.expireEmptyMinutes;
  return minutes > 0 && emptySince !== null && now >= emptySince + minutes * MINUTE_MS;
}
