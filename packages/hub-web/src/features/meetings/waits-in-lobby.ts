import type { DoorView, SessionView } from '@koinon/hub/wire';

/** Whether this person will wait in the lobby: nobody, guests, or everyone but those whose room it is. */
export function waitsInLobby({ lobby, roomId }: DoorView, { roles }: SessionView): boolean {
  if (lobby === 'off' || roomId !== null) return false;
  return lobby === 'everyone' || roles.length === 0;
}
