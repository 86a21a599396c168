import { createTransport } from 'nodemailer';
import type { Clock } from '../clock/index.ts';
import type { Mail, Mailer, Sent } from './mail.ts';
import { oneLine } from './one-line.ts';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where they are needed. */
  smtp: string;
  /** `Name <address>` or an address alone. */
  mailFrom: string;
  clock: Pick<Clock, 'now'>;
}

// A mail server that does not answer soon is asked again by the job, not waited for.
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands mails to a mail server (RFC 5321), each in a connection of its own. */
export function createSmtpMailer({ smtp, mailFrom, clock }: SmtpSettings): Mailer {
  const transport = createTransport({ url: smtp, ...timeouts });
  const address = addressIn(mailFrom);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    async send(mail: Mail): Promise<Sent> {
      try {
        await transport.sendMail({
          from: { name: oneLine(mail.fromName), address },
          to: { name: '', address: mail.to },
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          date: clock.now(),
          messageId: `<${mail.id}@${domain}>`,
          // RFC 3834: holiday notices and other robots do not answer it.
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { ok: true };
      } catch (error) {
        const answer = refusalIn(error);
        if (answer === null) throw error;
        return { ok: false, error: { code: 'refused', answer } };
      }
    },
  };
}

function addressIn(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
}

/** The server's words when it refused this very mail for good (5yz to RCPT or DATA), and null for every other failure. */
function refusalIn(error: unknown): string | null {
  const { code, responseCode, response } = error as {
    code?: unknown;
    responseCode?: unknown;
    response?: unknown;
  };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!ofThisMail || typeof responseCode !== 'number' || responseCode < 500) return null;
  return typeof response === 'string' ? response : String(responseCode);
}
