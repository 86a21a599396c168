import { local, type Manifest, portable } from '../portability/index.ts';

export const identityManifest: Manifest = {
  room: 'identity',
  tables: {
    people: portable({ scope: 'person', personal: 'data', keep: 'while it exists' }),
    sign_ins: local({
      why: 'A code that was asked for here is good here, and only for minutes.',
      personal: 'data',
      keep: { days: 1, after: 'it was asked for' },
    }),
    sessions: local({
      why: 'A browser is signed in to this installation; at a new home people sign in anew.',
      personal: 'ids',
      keep: { days: 0, after: 'it ended or expired' },
    }),
  },
};
