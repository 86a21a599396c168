import type { Rooms } from './compose.ts';
import { MemberRole } from './identity/wire.ts';

/** Somebody who becomes a member of a co-op, by the hand of who runs the installation. */
export interface Admission {
  /** The co-op's slug. */
  coop: string;
  person: { name: string; email: string };
  /** Besides being a member, which everybody is. */
  roles: readonly string[];
}

/** A part of the admission is wrong. */
export class CannotAdmit extends Error {
  override name = 'CannotAdmit';
  readonly code: 'no-coop' | 'no-such-role' | 'invalid';
  constructor(code: CannotAdmit['code']) {
    super(`Nobody was admitted: ${code}`);
    this.code = code;
  }
}

/**
 * Lets a person into a co-op with these roles. Who is a member already gets exactly these roles. A person whom the
 * federation knows keeps their name. Throws {@link CannotAdmit} before anything is written.
 */
export async function admit(
  { coops, identity, memberships }: Rooms,
  { coop, person, roles }: Admission,
): Promise<{ address: string; roles: readonly MemberRole[] }> {
  const wanted = MemberRole.array().safeParse(['member', ...roles]);
  if (!wanted.success) throw new CannotAdmit('no-such-role');
  const house = await coops.findHouse({ by: 'slug', slug: coop });
  if (house === null) throw new CannotAdmit('no-coop');
  const made = await identity.makePerson(person);
  const known = made.ok ? made.value : await identity.personOf(person.email);
  if (known === null) throw new CannotAdmit('invalid');

  const given = [...new Set(wanted.data)];
  const joined = await memberships.join(house.id, { personId: known.id, roles: given });
  if (!joined.ok && joined.error === 'already-member') {
    await memberships.setRoles(house.id, known.id, given);
  } else if (!joined.ok) {
    throw new Error(`A known person cannot join a known co-op: ${joined.error}`);
  }
  return { address: house.address, roles: given };
}
