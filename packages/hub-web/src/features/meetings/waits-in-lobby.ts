import type { DoorView, SessionView } from '@koinon/hub/wire';

/**
 * Whether this person will wait in the lobby: nobody, guests, or everyone but those whose room it is. Where only
 * members come in, whoever signs in is one.
 */
export function waitsInLobby(
  door: Pick<DoorView, 'lobby' | 'roomId' | 'may'>,
  { roles }: Pick<SessionView, 'roles'>,
): boolean {
  if (door.lobby === 'off' || door.roomId !== null) return false;
  return door.lobby === 'everyone' || (roles.length === 0 && door.may !== 'sign-in');
}
