import { local, type Manifest } from '../portability/index.ts';

export const eventsManifest: Manifest = {
  room: 'events',
  tables: {
    outbox: local({
      why: 'What is still to be told here; a move waits until all is told.',
      personal: 'ids',
      keep: { days: 7, after: 'it was told' },
    }),
    events_seen: local({
      why: 'Which subscribers of this hub have acted on an event.',
      personal: 'none',
      keep: { days: 7, after: 'it was told' },
    }),
  },
};
