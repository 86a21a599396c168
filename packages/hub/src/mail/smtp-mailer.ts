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
        const failure = failureIn(error);
        // 5yz: refused for good.
        if (!(failure instanceof MailNotTaken) || failure.responseCode < 500) throw failure;
        return { ok: false, error: { code: 'refused', answer: failure.answer } };
      }
    },
  };
}

function addressIn(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
}

/** The mail server did not take a mail. Its own words are left out: they name the mailbox. */
class MailNotTaken extends Error {
  override name = 'MailNotTaken';
  readonly code: string;
  readonly responseCode: number;
  readonly answer: string;
  constructor(code: string, responseCode: number, answer: string) {
    super(`The mail server did not take a mail: ${answer}`);
    this.code = code;
    this.responseCode = responseCode;
    this.answer = answer;
  }
}

/** What the server answered to this very mail (RCPT or DATA), and every other failure as it is. */
function failureIn(error: unknown): unknown {
  const { code, responseCode, response } = error as {
    code?: unknown;
    responseCode?: unknown;
    response?: unknown;
  };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!ofThisMail || typeof responseCode !== 'number') return error;
  // The reply's code and the enhanced one (RFC 3463).
  const codes = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(typeof response === 'string' ? response : '');
  return new MailNotTaken(code, responseCode, codes?.[0] ?? String(responseCode));
}
