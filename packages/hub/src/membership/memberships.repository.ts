import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '../db/index.ts';
import { people } from '../identity/index.ts';
import type { MemberRole } from '../identity/wire.ts';
import { memberships } from './tables.ts';

/** A person's time in this house. */
export type Membership = typeof memberships.$inferSelect;

/** A member as the people of the house see them. */
export interface MemberOfHouse {
  personId: string;
  name: string;
  email: string;
  roles: MemberRole[];
  since: Date;
}

const inForce = (now: Date) =>
  and(lte(memberships.since, now), or(isNull(memberships.until), gt(memberships.until, now)));

/** The membership that has no end yet, whether it has begun or not. */
export async function openMembership(tx: Tx, personId: string): Promise<Membership | null> {
  const [found] = await tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.until)));
  return found ?? null;
}

/** Writes a membership; null when the person has one without end already. */
export async function insertMembership(
  tx: Tx,
  row: { id: string; personId: string; roles: MemberRole[]; since: Date },
): Promise<Membership | null> {
  const [made] = await tx.insert(memberships).values(row).onConflictDoNothing().returning();
  return made ?? null;
}

export async function updateMembership(
  tx: Tx,
  id: string,
  change: { roles?: MemberRole[]; until?: Date },
): Promise<void> {
  await tx.update(memberships).set(change).where(eq(memberships.id, id));
}

/** The roles that a person has at this moment; none for who is no member. */
export async function rolesAt(tx: Tx, personId: string, now: Date): Promise<MemberRole[]> {
  const rows = await tx
    .select({ roles: memberships.roles })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), inForce(now)));
  return [...new Set(rows.flatMap(({ roles }) => roles))];
}

/** The members of the house at this moment, those who came first before. */
export function membersAt(tx: Tx, now: Date): Promise<MemberOfHouse[]> {
  const { personId, roles, since } = memberships;
  return tx
    .select({ personId, name: people.name, email: people.email, roles, since })
    .from(memberships)
    .innerJoin(people, eq(people.id, personId))
    .where(inForce(now))
    .orderBy(asc(since), asc(memberships.id));
}
