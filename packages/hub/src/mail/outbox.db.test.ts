import { pino } from 'pino';
import { expect, test } from 'vitest';
import { handClock } from '../clock/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createMailing, type Mail } from './index.ts';

const mail = (n: number): Mail => ({
  id: `0197a1f0-0000-7000-8000-00000000000${n}`,
  to: 'priya@harbour.example',
  fromName: 'Harbour Street',
  subject: `Mail ${n}\r\nBcc: x@y.example`,
  text: `Text ${n}`,
  html: '<p>never shown</p>',
  language: 'en',
});

testDatabases('the outbox of a demo', (at) => {
  test('keeps mails for a day, the newest first, and each once', async () => {
    const clock = handClock();
    const log = pino({ enabled: false });
    const settings = { doors: at.db, clock, smtp: null, mailFrom: 'post@meet.example', demo: true, log };
    const { mailer, recurring } = createMailing(settings);
    for (const n of [1, 2, 2]) {
      expect(await mailer.send(mail(n))).toEqual({ ok: true });
      clock.turn(3_600_000);
    }
    const kept = async () =>
      (await at.asOwner('select subject, "to" from mails order by at desc')).map(({ subject }) => subject);
    expect(await kept()).toEqual(['Mail 2 Bcc: x@y.example', 'Mail 1 Bcc: x@y.example']);
    clock.turn(21 * 3_600_000 + 1);
    for (const sweep of recurring) await sweep.run();
    expect(await kept()).toEqual(['Mail 2 Bcc: x@y.example']);
  });

  test('without a mail server and without a demo, somebody is told', () => {
    const said: unknown[] = [];
    const log = { warn: (...words: unknown[]) => void said.push(words) };
    createMailing({ doors: at.db, clock: handClock(), smtp: null, mailFrom: '', demo: false, log });
    expect(said).toHaveLength(1);
  });
});
