import { desc, lt } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Doors } from '../db/index.ts';
import type { Mailer } from './mail.ts';
import { oneLine } from './one-line.ts';
import { mails } from './tables.ts';
import type { OutboxMail } from './wire.ts';

const shownAtMost = 100;
const keptMs = 86_400_000;

/** Where mails go that no mail server takes: the demo's outbox page shows them. */
export interface Outbox extends Mailer {
  /** Newest first. */
  list(): Promise<OutboxMail[]>;
  /** Forgets mails of more than a day ago. */
  sweep(): Promise<void>;
}

export function createOutbox(doors: Pick<Doors, 'asFederation'>, clock: Pick<Clock, 'now'>): Outbox {
  return {
    async send({ id, to, subject, text }) {
      const mail = { id, to, subject: oneLine(subject), text, at: clock.now() };
      await doors.asFederation((tx) => tx.insert(mails).values(mail).onConflictDoNothing());
      return { ok: true };
    },
    async list() {
      const rows = await doors.asFederation((tx) =>
        tx.select().from(mails).orderBy(desc(mails.at), desc(mails.id)).limit(shownAtMost),
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    async sweep() {
      const before = new Date(clock.now().getTime() - keptMs);
      await doors.asFederation((tx) => tx.delete(mails).where(lt(mails.at, before)));
    },
  };
}
