import { type Manifest, portable } from '../portability/index.ts';
import { guestNameDays } from './wire.ts';

export const meetingsManifest: Manifest = {
  room: 'meetings',
  tables: {
    meetings: portable({ scope: 'coop', personal: 'none', keep: 'while it exists' }),
    // The row stays, so that counts stay right; a guest's name and the mark of their browser go.
    attendees: portable({
      scope: 'coop',
      personal: 'data',
      keep: { days: guestNameDays, after: 'the meeting ended, for names of guests' },
    }),
    attendance_facts: portable({ scope: 'coop', personal: 'ids', keep: 'while it exists' }),
  },
};
