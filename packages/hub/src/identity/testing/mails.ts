import { expect, vi } from 'vitest';
import type { OutboxMail } from '../../mail/wire.ts';
import { type Browser, openBrowser } from './browser.ts';
import type { Stand } from './stand.ts';

/** Mails to this address, newest first. */
export async function mailsTo(stand: Stand, email: string): Promise<OutboxMail[]> {
  const { body } = await openBrowser(stand.app, '', { host: stand.url.host }).ask('GET', '/api/outbox');
  return (body as OutboxMail[]).filter((mail) => mail.to === email);
}

/** What a sign-in mail gives to its reader. */
export const readMail = ({ text }: OutboxMail) => ({
  code: /^\d{6}$/m.exec(text)?.[0] ?? '',
  token: /#token=(\S+)/.exec(text)?.[1] ?? '',
});

/** Asks for a mail, waits for it, and reads it. */
export async function askForMail(stand: Stand, browser: Browser, email: string) {
  const before = (await mailsTo(stand, email)).length;
  const asked = await browser.ask('POST', '/api/sign-in', { email });
  expect(asked.status).toBe(202);
  const mail = await nextMail(stand, email, before);
  return { asked, mail, ...readMail(mail) };
}

/** The newest mail to this address, as soon as there are more than `before`. */
export function nextMail(stand: Stand, email: string, before = 0): Promise<OutboxMail> {
  return vi.waitFor(
    async () => {
      const mails = await mailsTo(stand, email);
      if (mails.length <= before || !mails[0]) throw new Error(`no mail to ${email} yet`);
      return mails[0];
    },
    { timeout: 20_000, interval: 20 },
  );
}

/** Signs this browser in by a mailed code. */
export async function signIn(stand: Stand, browser: Browser, email: string): Promise<void> {
  const { code } = await askForMail(stand, browser, email);
  const entered = await browser.ask('POST', '/api/sign-in/code', { code });
  expect(entered.status).toBe(200);
}
