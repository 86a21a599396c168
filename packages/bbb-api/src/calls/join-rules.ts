import { ParamsRequiredError } from '../errors.ts';
import type { GuestPolicy } from './create.ts';
import type { JoinRequest, Role } from './join.ts';

/** Whether a person may go in at once, waits for a moderator, or may not go in. */
export type GuestStatus = 'ALLOW' | 'WAIT' | 'DENY';

/**
 * The role of a `join`: the one it names, else the one whose password it shows.
 *
 * @throws {ParamsRequiredError}
 */
export function roleOfJoin(
  join: Pick<JoinRequest, 'role' | 'password'>,
  meeting: { attendeePW: string | null; moderatorPW: string | null },
): Role {
  if (join.role !== undefined) return join.role;
  if (join.password === undefined) throw new ParamsRequiredError('nothing-given');
  if (!meeting.moderatorPW || !meeting.attendeePW) throw new ParamsRequiredError('no-passwords');
  if (join.password === meeting.moderatorPW) return 'MODERATOR';
  if (join.password === meeting.attendeePW) return 'VIEWER';
  throw new ParamsRequiredError('wrong-password');
}

/** BigBlueButton's own rule of the lobby (Meeting.calcGuestStatus). */
export function guestStatusOf(
  policy: GuestPolicy,
  join: { role: Role; guest: boolean; auth: boolean },
): GuestStatus {
  if (join.role === 'MODERATOR' || policy === 'ALWAYS_ACCEPT') return 'ALLOW';
  if (policy === 'ALWAYS_DENY') return 'DENY';
  if (policy === 'ASK_MODERATOR') return join.guest || join.auth ? 'WAIT' : 'ALLOW';
  return join.guest ? 'WAIT' : 'ALLOW';
}
