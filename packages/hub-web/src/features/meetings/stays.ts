import type { AttendeeView } from '@koinon/hub/wire';

/** How long somebody was there in all, in seconds. Who is still there counts until now. */
export function secondsThere({ stays }: Pick<AttendeeView, 'stays'>, nowMs: number): number {
  return stays.reduce((sum, { from, until }) => {
    const end = until === null ? nowMs : Date.parse(until);
    return sum + Math.max(0, end - Date.parse(from)) / 1000;
  }, 0);
}

/** How exact the times of a meeting are: the least exact of them, in seconds. 0: told as they happened. */
export function precisionOf(attendees: readonly Pick<AttendeeView, 'precisionS'>[]): number {
  return Math.max(0, ...attendees.map(({ precisionS }) => precisionS));
}
