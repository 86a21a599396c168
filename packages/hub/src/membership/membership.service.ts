import type { Audit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import { type Doors, violationOf } from '../db/index.ts';
import type { MemberRole } from '../identity/wire.ts';
import type { Ids } from '../ids/index.ts';
import {
  insertMembership,
  type MemberOfHouse,
  type Membership,
  membersAt,
  openMembership,
  rolesAt,
  updateMembership,
} from './memberships.repository.ts';

export interface MembershipGround {
  doors: Pick<Doors, 'asCoop'>;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  audit: Audit;
}

export interface Joining {
  personId: string;
  /** Being a member is a role of its own: an operator who is no member has no rooms. */
  roles: readonly MemberRole[];
  /** From when; without it, from now. */
  since?: Date;
  /** Who let them in; null for the software itself. */
  actorId?: string | null;
}

export type MembershipError = 'already-member' | 'not-member' | 'no-role' | 'unknown-person';
export type MembershipResult = { ok: true; value: Membership } | { ok: false; error: MembershipError };

/** People in co-ops, with their roles and dates. Every call is about one house. */
export interface Memberships {
  join(coopId: string, joining: Joining): Promise<MembershipResult>;
  /** Gives a member other roles. */
  setRoles(
    coopId: string,
    personId: string,
    roles: readonly MemberRole[],
    actorId?: string | null,
  ): Promise<MembershipResult>;
  /** Ends a membership now. What the person did in the house stays; they may come back as a new member. */
  end(coopId: string, personId: string, actorId?: string | null): Promise<MembershipResult>;
  /** The roles that a person has in the house now. Empty for who is no member. */
  rolesIn(coopId: string, personId: string): Promise<MemberRole[]>;
  /** The members of the house now, those who came first before. */
  membersOf(coopId: string): Promise<MemberOfHouse[]>;
}

export function createMemberships(ground: MembershipGround): Memberships {
  const { doors, clock, audit } = ground;

  const change = (
    coopId: string,
    personId: string,
    act: string,
    actorId: string | null,
    values: { roles?: MemberRole[]; until?: Date },
  ): Promise<MembershipResult> =>
    doors.asCoop(coopId, async (tx) => {
      const open = await openMembership(tx, personId);
      if (open === null) return { ok: false, error: 'not-member' };
      await updateMembership(tx, open.id, values);
      const detail = values.roles ? { roles: values.roles } : {};
      await audit.note(tx, { actorId, act, subject: `person:${personId}`, detail });
      return { ok: true, value: { ...open, ...values } };
    });

  return {
    join: (coopId, joining) => join(ground, coopId, joining),
    setRoles: async (coopId, personId, roles, actorId = null) => {
      if (roles.length === 0) return { ok: false, error: 'no-role' };
      return change(coopId, personId, 'membership.set-roles', actorId, { roles: distinct(roles) });
    },
    end: (coopId, personId, actorId = null) =>
      change(coopId, personId, 'membership.end', actorId, { until: clock.now() }),
    rolesIn: (coopId, personId) => doors.asCoop(coopId, (tx) => rolesAt(tx, personId, clock.now())),
    membersOf: (coopId) => doors.asCoop(coopId, (tx) => membersAt(tx, clock.now())),
  };
}

async function join(
  { doors, clock, ids, audit }: MembershipGround,
  coopId: string,
  { personId, roles, since, actorId = null }: Joining,
): Promise<MembershipResult> {
  if (roles.length === 0) return { ok: false, error: 'no-role' };
  const row = { id: ids(), personId, roles: distinct(roles), since: since ?? clock.now() };
  try {
    return await doors.asCoop(coopId, async (tx): Promise<MembershipResult> => {
      const made = await insertMembership(tx, row);
      if (made === null) return { ok: false, error: 'already-member' };
      const detail = { roles: row.roles };
      await audit.note(tx, { actorId, act: 'membership.join', subject: `person:${personId}`, detail });
      return { ok: true, value: made };
    });
  } catch (error) {
    const violation = violationOf(error);
    if (violation?.kind === 'foreign-key' && violation.constraint?.includes('person')) {
      return { ok: false, error: 'unknown-person' };
    }
    throw error;
  }
}

const distinct = (roles: readonly MemberRole[]): MemberRole[] => [...new Set(roles)];
