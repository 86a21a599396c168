import type { Rooms } from './compose.ts';
import type { CoopMake } from './coops/index.ts';
import type { MemberRole } from './identity/wire.ts';

/** The first co-op of an installation, or a further one, and who looks after it. */
export interface Founding {
  coop: CoopMake;
  admin: { name: string; email: string };
}

/** A part of the founding is wrong or taken. */
export class CannotFound extends Error {
  override name = 'CannotFound';
  readonly code: 'invalid' | 'slug-taken' | 'host-taken';
  /** Which parts are wrong, as `coop.slug` or `admin.email`. */
  readonly fields: readonly string[];
  constructor(code: CannotFound['code'], fields: readonly string[] = []) {
    super(`The co-op cannot be founded: ${code} ${fields.join(', ')}`.trim());
    this.code = code;
    this.fields = fields;
  }
}

/**
 * Makes a co-op and its first admin, who also runs its servers where it is an operator. Asked again after it was
 * cut short, it goes on where it stopped. Throws {@link CannotFound}.
 */
export async function found(rooms: Rooms, { coop, admin }: Founding): Promise<{ address: string }> {
  const personId = await knownPerson(rooms, admin);
  const coopId = await knownCoop(rooms, coop);
  const roles: MemberRole[] = coop.operator ? ['member', 'admin', 'operator'] : ['member', 'admin'];
  const joined = await rooms.memberships.join(coopId, { personId, roles });
  if (!joined.ok && joined.error !== 'already-member')
    throw new Error(`The admin cannot join: ${joined.error}`);
  const house = await rooms.coops.houseOf(coopId);
  if (house === null) throw new Error('A co-op that was just made is not there.');
  return { address: house.address };
}

async function knownPerson({ identity }: Rooms, admin: Founding['admin']): Promise<string> {
  const made = await identity.makePerson(admin);
  if (made.ok) return made.value.id;
  if (made.error.code === 'invalid') {
    throw new CannotFound(
      'invalid',
      made.error.issues.map(({ path }) => `admin.${path.join('.')}`),
    );
  }
  const known = await identity.personOf(admin.email);
  if (known === null) throw new Error('A person who is known is not there.');
  return known.id;
}

/** A co-op without members was left by a founding that was cut short: it may be taken up. */
async function knownCoop({ coops, memberships }: Rooms, coop: CoopMake): Promise<string> {
  const made = await coops.make(coop);
  if (made.ok) return made.value.id;
  const { error } = made;
  if (error.code === 'slug-taken') {
    const house = await coops.findHouse({ by: 'slug', slug: coop.slug });
    if (house !== null && (await memberships.membersOf(house.id)).length === 0) return house.id;
    throw new CannotFound('slug-taken', ['coop.slug']);
  }
  if (error.code === 'host-taken') throw new CannotFound('host-taken', ['coop.hosts']);
  if (error.code === 'invalid') {
    throw new CannotFound(
      'invalid',
      error.issues.map(({ path }) => `coop.${path.join('.')}`),
    );
  }
  throw new Error(`The co-op cannot be made: ${error.code}`);
}
