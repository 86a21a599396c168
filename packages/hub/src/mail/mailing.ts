import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Doors } from '../db/index.ts';
import type { Recurring } from '../jobs/index.ts';
import type { Routes } from '../route/index.ts';
import type { Mailer } from './mail.ts';
import { createOutbox } from './outbox.ts';
import { outboxRoutes } from './routes.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

export interface MailGround {
  doors: Pick<Doors, 'asFederation'>;
  clock: Pick<Clock, 'now'>;
  /** Address of the mail server; null writes mails into the outbox. */
  smtp: string | null;
  mailFrom: string;
  /** Whether anyone may read the outbox on its page. */
  demo: boolean;
  log: Pick<Logger, 'warn'>;
}

export interface Mailing {
  mailer: Mailer;
  routes: Routes;
  recurring: readonly Recurring[];
}

/** The hub's post: by SMTP, or into the outbox. */
export function createMailing({ doors, clock, smtp, mailFrom, demo, log }: MailGround): Mailing {
  const outbox = createOutbox(doors, clock);
  if (smtp === null && !demo) {
    log.warn('No mail server is set, so no mail is sent and nobody can sign in. Set KOINON_SMTP_URL.');
  }
  return {
    mailer: smtp === null ? outbox : createSmtpMailer({ smtp, mailFrom, clock }),
    routes: outboxRoutes(demo && smtp === null ? outbox : null),
    recurring: [{ name: 'mail.sweep', everyS: 3600, run: () => outbox.sweep() }],
  };
}
