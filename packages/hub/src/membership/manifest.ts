import { type Manifest, portable } from '../portability/index.ts';

export const membershipManifest: Manifest = {
  room: 'membership',
  tables: {
    // Ids and dates stay after a membership has ended: they are what a co-op's register of members is made of.
    memberships: portable({ scope: 'coop', personal: 'ids', keep: 'while it exists' }),
  },
};
