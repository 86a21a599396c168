import type { Lobby } from '../rooms/wire.ts';

/**
 * Whether somebody joins as a guest, which means waiting where there is a lobby. Moderators never wait, and who
 * was let in once walks in again. Without a lobby it only says who is a guest, so that a lobby closed during the
 * meeting finds them.
 */
export function joinsAsGuest(
  lobby: Lobby,
  comer: { guest: boolean; moderator: boolean; wasInside: boolean },
): boolean {
  if (comer.moderator) return false;
  if (lobby === 'off') return comer.guest;
  return !comer.wasInside && (lobby === 'everyone' || comer.guest);
}
