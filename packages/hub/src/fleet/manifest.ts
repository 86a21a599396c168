import { local, type Manifest, portable } from '../portability/index.ts';

export const fleetManifest: Manifest = {
  room: 'fleet',
  tables: {
    servers: local({
      why: 'A server and its secret belong to who runs it here; a co-op that moves attaches its servers anew.',
      personal: 'none',
      keep: 'while it exists',
    }),
    house_servers: portable({ scope: 'two-sided', personal: 'none', keep: 'while it exists' }),
    placements: local({
      why: 'A place is held for a meeting that runs now; no meeting survives a move.',
      personal: 'none',
      keep: { days: 0, after: 'the meeting ended' },
    }),
  },
};
