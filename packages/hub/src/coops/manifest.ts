import { type Manifest, portable } from '../portability/index.ts';

export const coopsManifest: Manifest = {
  room: 'coops',
  tables: {
    coops: portable({ scope: 'federation', personal: 'none', keep: 'while it exists' }),
    coop_hosts: portable({ scope: 'federation', personal: 'none', keep: 'while it exists' }),
  },
};
