import type { Demo } from './demo.ts';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Waits for the newest mail to this address in the demo's outbox and gives its six digits and its link. */
export async function signInMail(demo: Demo, to: string): Promise<{ code: string; link: string }> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${demo.hub}/api/outbox`);
    const mails = (await answer.json()) as Mail[];
    const text = mails.find((mail) => mail.to === to)?.text ?? '';
    const code = /(?<!\d)\d{3}[ \u00a0\u202f]?\d{3}(?!\d)/.exec(text)?.[0];
    const link = /https?:\/\/\S+/.exec(text)?.[0];
    if (code && link) return { code: code.replace(/\D/g, ''), link };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no sign-in mail to ${to}`);
}
