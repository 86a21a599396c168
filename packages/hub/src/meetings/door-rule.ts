import { mayWith } from '../rooms/index.ts';
import type { WhoMayStart } from '../rooms/wire.ts';
import type { HouseRole } from '../route/index.ts';

/** Who stands at a room's door, in the house that the room belongs to. */
export interface Comer {
  /** Null for somebody who is not signed in. */
  personId: string | null;
  /** In this house. Who has none is a guest here, signed in or not. */
  roles: readonly HouseRole[];
}

export interface Door {
  ownerId: string;
  whoMayStart: WhoMayStart;
  running: boolean;
}

export const isMember = ({ roles }: Comer): boolean => roles.includes('member');

/** Whoever may moderate the room's meetings by the policy table; everybody else attends. */
export function moderates({ personId, roles }: Comer, ownerId: string): boolean {
  return personId !== null && mayWith('meetings.moderate', { personId, roles }, { ownerId });
}

/**
 * What a comer may do at the door. Everybody with the link may join a meeting that runs (its lobby decides when
 * they are let in); starting one is for those the room allows. The others wait for one of them.
 */
export function mayAtDoor(comer: Comer, door: Door): 'start' | 'join' | 'wait' {
  if (door.running) return 'join';
  if (moderates(comer, door.ownerId)) return 'start';
  if (door.whoMayStart === 'anyone') return 'start';
  return door.whoMayStart === 'members' && isMember(comer) ? 'start' : 'wait';
}
