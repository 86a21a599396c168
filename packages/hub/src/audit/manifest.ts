import { type Manifest, portable } from '../portability/index.ts';

export const auditManifest: Manifest = {
  room: 'audit',
  tables: {
    // Append-only, and so ids only: who a person was is known as long as the person is.
    audit: portable({ scope: 'coop', personal: 'ids', keep: 'while it exists' }),
  },
};
