import { local, type Manifest } from '../portability/index.ts';

export const mailManifest: Manifest = {
  room: 'mail',
  tables: {
    mails: local({
      why: 'Mails that were not sent, for the outbox page of a demo.',
      personal: 'data',
      keep: { days: 1, after: 'it was written' },
    }),
  },
};
