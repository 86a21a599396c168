import type { HouseRole } from '../route/index.ts';
import { type Act, acts, type Who } from './table.ts';

/** How somebody stands to the thing that an act is about. */
export interface Standing {
  signedIn: boolean;
  roles: readonly HouseRole[];
  /** Whether the thing is theirs; left out where nothing is owned. */
  owns?: boolean;
}

/** Whether the table allows this act to somebody who stands so. */
export function may(act: Act, standing: Standing): boolean {
  return allowed(act).some((who) => fits(who, standing));
}

/**
 * Whether the table could allow this act to somebody once it is known what it is about: the check at the edge,
 * before anything is looked up. The room asks `may` with the owner.
 */
export function mayTry(act: Act, standing: Omit<Standing, 'owns'>): boolean {
  return may(act, { ...standing, owns: standing.signedIn });
}

const allowed = (act: Act): readonly Who[] => acts[act];

function fits(who: Who, standing: Standing): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'person':
      return standing.signedIn;
    case 'owner':
      return standing.signedIn && standing.owns === true;
    default:
      return standing.signedIn && standing.roles.includes(who);
  }
}
