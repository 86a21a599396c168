import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHall } from './hall.ts';
import { FolderInUse } from './journal/index.ts';
import type { HallOptions } from './options.ts';
import { FrontEnd } from './testing/front-end.ts';
import { HookReceiver } from './testing/hook-receiver.ts';
import { TestBrowser } from './testing/test-browser.ts';
import { SECRET, startTestHall, type TestHall } from './testing/test-hall.ts';

const chat = (text: string) => ({ type: 'chat', id: crypto.randomUUID(), text }) as const;

describe('a meeting from its beginning to its end', () => {
  let hall: TestHall;
  let frontEnd: FrontEnd;
  let receiver: HookReceiver;
  beforeEach(async () => {
    hall = await startTestHall();
    frontEnd = new FrontEnd(hall.api);
    receiver = await HookReceiver.start();
  });
  afterEach(async () => {
    await hall.close();
    await receiver.close();
  });

  it('is told to browsers, to hooks and to the end callback', async () => {
    expect(await frontEnd.call('hooks/create', { callbackURL: receiver.url })).toContain('<hookID>');
    await frontEnd.create({ guestPolicy: 'ALWAYS_ACCEPT_AUTH', meta: { endCallbackUrl: receiver.url } });
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join({ userID: 'u-priya' }));
    expect(await priya.ask(chat('hello'))).toMatchObject({ type: 'ok' });
    const enteredAt = Date.now();
    const rui = await TestBrowser.enter(
      hall.url,
      await frontEnd.join({ fullName: 'Rui', role: 'VIEWER', guest: true }),
    );
    const { waiting } = await priya.next('lobby', (lobby) => lobby.waiting.length === 1);
    await priya.ask({ type: 'admit', ids: waiting.map(({ id }) => id) });
    expect((await rui.next('entered')).chat.map(({ text }) => text)).toEqual(['hello']);
    expect(await rui.ask(chat('bonjour'))).toMatchObject({ type: 'ok' });
    await priya.next('chat', ({ message }) => message.text === 'bonjour');
    expect(await rui.ask({ type: 'leave' })).toMatchObject({ type: 'ok' });
    expect(await priya.ask({ type: 'end' })).toMatchObject({ type: 'ok' });
    expect(await priya.next('ended')).toEqual({ type: 'ended', by: 'Priya Raman' });
    expect((await priya.closing()).code).toBe(1000);
    await receiver.until(() => receiver.told.length >= 6 && receiver.fetched.length >= 1);
    expect(receiver.lines).toEqual([
      'meeting-created',
      'user-joined Priya Raman',
      'user-joined Rui',
      'user-left Rui',
      'user-left Priya Raman',
      'meeting-ended',
    ]);
    const joined = receiver.told[1]?.event;
    expect(joined).toMatchObject({ meetingID: 'morning', user: { userID: 'u-priya', role: 'MODERATOR' } });
    expect(Math.abs((joined?.at ?? 0) - enteredAt)).toBeLessThan(2_000);
    expect(receiver.fetched).toEqual([`${receiver.url}&recordingmarks=false&meetingID=morning`]);
  });

  it('is told to a hook of its own until the hook is destroyed', async () => {
    const xml = await frontEnd.call('hooks/create', { callbackURL: receiver.url, meetingID: 'morning' });
    const hookID = /<hookID>([^<]+)</.exec(xml)?.[1] ?? '';
    expect(await frontEnd.call('hooks/list')).toContain(`<hookID>${hookID}</hookID>`);
    await frontEnd.create({ meetingID: 'evening' });
    await frontEnd.create();
    await receiver.until(() => receiver.told.length >= 1);
    expect(await frontEnd.call('hooks/destroy', { hookID })).toContain('<removed>true</removed>');
    expect(await frontEnd.call('hooks/destroy', { hookID })).toContain('destroyMissingHook');
    await frontEnd.call('end', { meetingID: 'morning' });
    expect(receiver.told.map(({ event }) => [event.id, event.meetingID])).toEqual([
      ['meeting-created', 'morning'],
    ]);
  });

  it('goes on over a planned restart, with nothing said twice', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'koinon-planned-'));
    const first = await startTestHall({ dataDir });
    const before = new FrontEnd(first.api);
    await before.call('hooks/create', { callbackURL: receiver.url });
    await before.create();
    const token = await before.join();
    const priya = await TestBrowser.enter(first.url, token);
    await priya.ask(chat('before'));
    await receiver.until(() => receiver.told.length === 2);
    await first.close();
    const second = await startTestHall({ dataDir });
    const again = await TestBrowser.enter(second.url, token);
    expect((await again.next('entered')).chat.map(({ text }) => text)).toEqual(['before']);
    await new FrontEnd(second.api).call('end', { meetingID: 'morning' });
    await receiver.until(() => receiver.told.length >= 4);
    expect(receiver.lines).toEqual([
      'meeting-created',
      'user-joined Priya Raman',
      'user-left Priya Raman',
      'meeting-ended',
    ]);
    await second.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe('starting', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'koinon-start-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const options = (given: Partial<HallOptions> = {}): HallOptions => ({
    host: '127.0.0.1',
    port: 0,
    url: new URL('http://hall.localhost'),
    dataDir,
    secret: SECRET,
    tls: null,
    trustProxy: [],
    media: { host: '127.0.0.1', port: 0, announced: null, iceServers: [] },
    webRoot: dataDir,
    log: pino({ level: 'silent' }),
    ...given,
  });

  it('brings the embedded media engine up, and takes it down again', async () => {
    const hall = await startHall(options());
    expect(hall.url.href).toBe(`http://hall.localhost:${hall.port}/`);
    const answer = await fetch(`http://127.0.0.1:${hall.port}/health`);
    const health = (await answer.json()) as { media: { pid: number } };
    expect(health).toMatchObject({ ok: true, meetings: 0, people: 0, media: { ready: true, restarts: 0 } });
    await hall.close();
    await hall.close();
    expect(() => process.kill(health.media.pid, 0)).toThrow(expect.objectContaining({ code: 'ESRCH' }));
  });

  it('says why it cannot, and leaves nothing locked behind', async () => {
    const hall = await startTestHall({ dataDir });
    await expect(startHall(options())).rejects.toThrow(new FolderInUse(dataDir));
    const other = join(dataDir, 'other');
    await expect(startHall(options({ dataDir: other, port: hall.port }))).rejects.toThrow(
      expect.objectContaining({ code: 'EADDRINUSE' }),
    );
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const media = { ...options().media, port: socket.address().port };
    await expect(startHall(options({ dataDir: other, media }))).rejects.toThrow(
      expect.objectContaining({ code: 'MEDIA_PORT_BUSY' }),
    );
    socket.close();
    await (await startTestHall({ dataDir: other })).close();
    await hall.close();
  });

  it('speaks TLS with its own certificate', async () => {
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) =>
      join(import.meta.dirname, 'testing', 'tls', name),
    );
    const tls = { cert: cert ?? '', key: key ?? '' };
    const hall = await startTestHall({ dataDir, tls, url: new URL('https://127.0.0.1') });
    const ca = await readFile(tls.cert);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(new URL('/', hall.url), { ca }, resolve).on('error', reject);
    });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(answer.headers['content-security-policy']).toContain(`connect-src 'self' wss://${hall.url.host}`);
    answer.resume();
    const browser = await TestBrowser.open(hall.url, {}, ca);
    expect(await browser.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
    expect(hall.api).toBe(`https://127.0.0.1:${hall.port}/bigbluebutton/api`);
    await hall.close();
  });

  it('puts a journal aside that tells of no meeting', async () => {
    const first = await startTestHall({ dataDir });
    await new FrontEnd(first.api).create();
    await first.close();
    const [name = ''] = await readdir(join(dataDir, 'meetings'));
    await rm(join(dataDir, 'meetings', name));
    await writeFile(join(dataDir, 'meetings', name), 'garbage\n');
    const second = await startTestHall({ dataDir });
    expect(await new FrontEnd(second.api).call('getMeetings')).toContain('noMeetings');
    expect(await readdir(join(dataDir, 'closed'))).toContain(name);
    await second.close();
  });
});
