export { membershipManifest } from './manifest.ts';
export {
  createMemberships,
  type Joining,
  type MembershipError,
  type MembershipGround,
  type MembershipResult,
  type Memberships,
} from './membership.service.ts';
export type { MemberOfHouse, Membership } from './memberships.repository.ts';
