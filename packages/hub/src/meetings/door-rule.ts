import type { WhoMayStart } from '../rooms/wire.ts';

/** Who stands at a room's door, in the house that the room belongs to. */
export interface Comer {
  /** Null for a guest: somebody not signed in, or signed in but no member of this house. */
  personId: string | null;
  member: boolean;
  admin: boolean;
}

export interface Door {
  ownerId: string;
  whoMayStart: WhoMayStart;
  running: boolean;
}

/** The owner of the room and the admins of the house moderate its meetings; everybody else attends. */
export function moderates(comer: Comer, ownerId: string): boolean {
  return comer.member && (comer.personId === ownerId || comer.admin);
}

/**
 * What a comer may do at the door. Everybody with the link may join a meeting that runs (its lobby decides when
 * they are let in); starting one is for those the room allows. The others wait for one of them.
 */
export function mayAtDoor(comer: Comer, door: Door): 'start' | 'join' | 'wait' {
  if (door.running) return 'join';
  if (moderates(comer, door.ownerId)) return 'start';
  if (door.whoMayStart === 'anyone') return 'start';
  return door.whoMayStart === 'members' && comer.member ? 'start' : 'wait';
}
