import { type Manifest, portable } from '../portability/index.ts';

export const roomsManifest: Manifest = {
  room: 'rooms',
  tables: {
    // A deleted room is purged when it can no longer be restored; what it is called may name a person.
    rooms: portable({ scope: 'coop', personal: 'data', keep: 'while it exists' }),
    // Kept for ever, so that nobody gets the address of somebody else's former room.
    room_links: portable({ scope: 'coop', personal: 'none', keep: 'while it exists' }),
  },
};
