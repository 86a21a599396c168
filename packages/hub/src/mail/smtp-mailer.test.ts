import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { handClock } from '../clock/index.ts';
import type { Mail } from './index.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

interface Received {
  from: string;
  to: string[];
  raw: string;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A mail server on a free port of this machine. `refuse` answers RCPT with this code. */
async function mailServer({ refuse, atData }: { refuse?: number; atData?: number } = {}) {
  const received: Received[] = [];
  const failure = (responseCode: number) =>
    Object.assign(new Error('5.1.1 <noemie@latisserie.example>: no such mailbox'), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuse ? failure(refuse) : null),
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        if (atData) return done(failure(atData));
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise((done) => server.close(() => done())));
  return { received, smtp: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

const clock = handClock(new Date('2026-06-12T10:00:00Z'));
const mailer = (smtp: string) => createSmtpMailer({ smtp, mailFrom: 'Koinon <post@meet.example>', clock });

const mail: Mail = {
  id: '0197a1f0-0000-7000-8000-000000000001',
  to: 'noemie@latisserie.example',
  fromName: 'La Tisserie',
  subject: 'Votre code pour La Tisserie',
  text: 'Voilà : 123456\n',
  html: '<p>Voilà : 123456</p>\n',
  language: 'fr',
};

/** Headers of the mail itself, unfolded. */
const headersOf = (raw: string) =>
  (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

test('a mail goes out with its sender, date and id, in two forms', async () => {
  const { received, smtp } = await mailServer();
  expect(await mailer(smtp).send(mail)).toEqual({ ok: true });
  expect(received).toEqual([
    { from: 'post@meet.example', to: ['noemie@latisserie.example'], raw: expect.any(String) },
  ]);
  const raw = received[0]?.raw ?? '';
  expect(headersOf(raw)).toEqual(
    expect.arrayContaining([
      'From: La Tisserie <post@meet.example>',
      'To: noemie@latisserie.example',
      'Subject: Votre code pour La Tisserie',
      'Message-ID: <0197a1f0-0000-7000-8000-000000000001@meet.example>',
      'Date: Fri, 12 Jun 2026 10:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'Content-Language: fr',
    ]),
  );
  expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
  expect(raw).toContain('Content-Type: text/html; charset=utf-8');
  expect(raw).toContain('Voil=C3=A0');
});

test('nothing in a mail makes a header or a recipient of its own', async () => {
  const { received, smtp } = await mailServer();
  await mailer(smtp).send({
    ...mail,
    fromName: 'Evil\r\nBcc: a@evil.example',
    subject: 'Hello\r\nBcc: b@evil.example\n\nbody',
    text: '.\r\nRCPT TO:<c@evil.example>\r\n',
  });
  expect(received[0]?.to).toEqual(['noemie@latisserie.example']);
  const headers = headersOf(received[0]?.raw ?? '');
  expect(headers.filter((line) => /^bcc/i.test(line))).toEqual([]);
  expect(headers).toContain('Subject: Hello Bcc: b@evil.example body');
});

test('a name of many words and scripts arrives whole', async () => {
  const { received, smtp } = await mailServer();
  await mailer(smtp).send({ ...mail, fromName: 'بيت الميناء, "Port" <x@y.example>' });
  expect(received[0]?.from).toBe('post@meet.example');
  expect(headersOf(received[0]?.raw ?? '').find((line) => line.startsWith('From:'))).toMatch(
    /<post@meet\.example>$/,
  );
});

test('a mailbox that does not exist is a refusal, not a failure', async () => {
  const { smtp } = await mailServer({ refuse: 550 });
  expect(await mailer(smtp).send(mail)).toEqual({
    ok: false,
    error: { code: 'refused', answer: '550 5.1.1' },
  });
  const { smtp: picky } = await mailServer({ atData: 554 });
  expect(await mailer(picky).send(mail)).toMatchObject({ ok: false, error: { code: 'refused' } });
});

test('a server that is busy, or is not there, is worth another try', async () => {
  const { smtp } = await mailServer({ refuse: 451 });
  const failure: unknown = await mailer(smtp)
    .send(mail)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({
    message: 'The mail server did not take a mail: 451 5.1.1',
    code: 'EENVELOPE',
    responseCode: 451,
  });
  // What is thrown is logged.
  expect(inspect(failure, { depth: null, showHidden: true })).not.toContain('noemie@');
  await expect(mailer('smtp://127.0.0.1:1').send(mail)).rejects.toMatchObject({ code: 'ESOCKET' });
});
