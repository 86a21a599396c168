import type { AttendeeView } from '@koinon/hub/wire';

/** The sentence that stands for somebody whose name is no longer kept; null for everybody else. */
export function unnamed({ name, guest }: Pick<AttendeeView, 'name' | 'guest'>) {
  if (name !== '') return null;
  return guest ? 'attendance.a-guest' : 'attendance.a-member';
}
