import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FrontEnd } from '../testing/front-end.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { startTestHall, type TestHall } from '../testing/test-hall.ts';

let hall: TestHall;
let frontEnd: FrontEnd;
beforeEach(async () => {
  hall = await startTestHall();
  frontEnd = new FrontEnd(hall.api);
});
afterEach(() => hall.close());

const guest = { fullName: 'Rui', role: 'VIEWER', guest: true } as const;
const chat = (text: string) => ({ type: 'chat', id: crypto.randomUUID(), text }) as const;

async function withLobby(): Promise<TestBrowser> {
  await frontEnd.create({ guestPolicy: 'ALWAYS_ACCEPT_AUTH' });
  return TestBrowser.enter(hall.url, await frontEnd.join());
}

describe('hello', () => {
  it('says who one is and what the meeting is', async () => {
    await frontEnd.create({
      logo: 'https://coop.example/mark.svg',
      logoutURL: 'https://coop.example/r/morning',
      welcome: 'Hello <b>all</b>',
      meta: { 'koinon-brand': '#0A5F78', 'koinon-house': 'Harbour Street' },
    });
    const token = await frontEnd.join({ userdata: { bbb_override_default_locale: 'fr_CA' } });
    const browser = await TestBrowser.open(hall.url);
    expect(await browser.ask({ type: 'hello', token })).toMatchObject({
      type: 'welcome',
      you: { name: 'Priya Raman', role: 'MODERATOR', guest: false },
      locale: 'fr-CA',
      seat: 'free',
      people: 0,
      meeting: {
        name: 'Morning circle',
        recording: false,
        welcome: 'Hello all',
        brand: { colour: '#0a5f78', name: 'Harbour Street', logo: 'https://coop.example/mark.svg' },
        logoutUrl: 'https://coop.example/r/morning',
        iceServers: [],
      },
    });
  });

  it.each(['x', 'unknown-unknown1'])('does not know the token %s', async (token) => {
    const browser = await TestBrowser.open(hall.url);
    expect(await browser.ask({ type: 'hello', token })).toMatchObject({
      type: 'error',
      code: 'unknown-token',
    });
    expect((await browser.closing()).code).toBe(1008);
  });

  it('comes first, and once', async () => {
    await frontEnd.create();
    const browser = await TestBrowser.open(hall.url);
    const outOfOrder = { type: 'error', code: 'out-of-order' };
    expect(await browser.ask({ type: 'enter', mic: 'on', camera: 'on' })).toMatchObject(outOfOrder);
    expect(await browser.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
    const token = await frontEnd.join();
    expect(await browser.ask({ type: 'hello', token })).toMatchObject({ type: 'welcome' });
    expect(await browser.ask({ type: 'hello', token })).toMatchObject(outOfOrder);
    for (const type of ['renew-media', 'end'] as const) {
      expect(await browser.ask({ type })).toMatchObject(outOfOrder);
    }
    expect(await browser.ask({ type: 'enter', mic: 'on', camera: 'on' })).toMatchObject({ type: 'entered' });
    expect(await browser.ask({ type: 'enter', mic: 'on', camera: 'on' })).toMatchObject(outOfOrder);
  });
});

describe('the lobby', () => {
  it('holds guests until a moderator opens', async () => {
    const priya = await withLobby();
    const rui = await TestBrowser.open(hall.url);
    expect(await rui.ask({ type: 'hello', token: await frontEnd.join(guest) })).toMatchObject({
      seat: 'lobby',
    });
    expect(await rui.ask({ type: 'enter', mic: 'on', camera: 'none' })).toMatchObject({ type: 'waiting' });
    const { waiting } = await priya.next('lobby', (lobby) => lobby.waiting.length === 1);
    expect(waiting[0]).toMatchObject({ name: 'Rui' });
    expect(await frontEnd.call('getMeetingInfo', { meetingID: 'morning' })).toContain(
      '<participantCount>1</participantCount>',
    );
    expect(await priya.ask({ type: 'admit', ids: [waiting[0]?.id ?? ''] })).toMatchObject({ type: 'ok' });
    expect(await rui.next('entered')).toMatchObject({ re: null, lobby: [] });
    expect((await priya.next('person', ({ person }) => person.name === 'Rui')).person).toMatchObject({
      guest: true,
      mic: 'on',
      camera: 'none',
    });
    expect(await rui.ask(chat('I am in'))).toMatchObject({ type: 'ok' });
  });

  it('turns guests away, also when they come back', async () => {
    const priya = await withLobby();
    const token = await frontEnd.join(guest);
    const rui = await TestBrowser.enter(hall.url, token);
    const { waiting } = await priya.next('lobby', (lobby) => lobby.waiting.length === 1);
    await priya.ask({ type: 'deny', ids: waiting.map(({ id }) => id) });
    expect(await rui.next('error')).toMatchObject({ re: null, code: 'denied' });
    expect((await rui.closing()).code).toBe(1008);
    const again = await TestBrowser.open(hall.url);
    expect(await again.ask({ type: 'hello', token })).toMatchObject({ type: 'error', code: 'denied' });
  });

  it('is not for viewers to open, and not for them to see', async () => {
    await withLobby();
    const ann = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Ann', role: 'VIEWER' }));
    const rui = await TestBrowser.enter(hall.url, await frontEnd.join(guest));
    await rui.next('waiting');
    const notAllowed = { type: 'error', code: 'not-allowed' };
    expect(await ann.ask({ type: 'admit', ids: ['w_1'] })).toMatchObject(notAllowed);
    expect(await ann.ask({ type: 'deny', ids: ['w_1'] })).toMatchObject(notAllowed);
    expect(await ann.ask({ type: 'end' })).toMatchObject(notAllowed);
    expect(ann.heard.some(({ type }) => type === 'lobby')).toBe(false);
    expect(await rui.ask({ type: 'admit', ids: ['w_1'] })).toMatchObject({ code: 'out-of-order' });
  });

  it('keeps the place of a guest who reloads', async () => {
    const priya = await withLobby();
    const token = await frontEnd.join(guest);
    const first = await TestBrowser.enter(hall.url, token);
    await first.next('waiting');
    first.cut();
    const second = await TestBrowser.enter(hall.url, token);
    await second.next('waiting');
    const { waiting } = await priya.next('lobby', (lobby) => lobby.waiting.length === 1);
    await priya.ask({ type: 'admit', ids: waiting.map(({ id }) => id) });
    expect(await second.next('entered')).toMatchObject({ re: null });
  });

  it('is left by those who do not want to wait', async () => {
    const priya = await withLobby();
    const rui = await TestBrowser.enter(hall.url, await frontEnd.join(guest));
    await priya.next('lobby', (lobby) => lobby.waiting.length === 1);
    expect(await rui.ask({ type: 'leave' })).toMatchObject({ type: 'ok' });
    await priya.next('lobby', (lobby) => lobby.waiting.length === 0);
  });
});

describe('a seat', () => {
  it('moves to the second window', async () => {
    await frontEnd.create();
    const token = await frontEnd.join();
    const first = await TestBrowser.enter(hall.url, token);
    await first.ask(chat('from the first'));
    const second = await TestBrowser.open(hall.url);
    expect(await second.ask({ type: 'hello', token })).toMatchObject({ seat: 'seated', people: 1 });
    expect(first.closed).toBeNull();
    const entered = await second.ask({ type: 'enter', mic: 'off', camera: 'off' });
    expect(entered).toMatchObject({ type: 'entered', people: [{ mic: 'off', present: true }] });
    expect(await first.next('error')).toMatchObject({ re: null, code: 'replaced' });
    expect((await first.closing()).code).toBe(4001);
    expect(await second.ask(chat('from the second'))).toMatchObject({ type: 'ok' });
  });

  it('is kept while the connection is lost, and shown so', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const token = await frontEnd.join({ fullName: 'Ann', role: 'VIEWER' });
    const ann = await TestBrowser.enter(hall.url, token);
    await ann.ask({ type: 'hand', up: true });
    ann.cut();
    const { person } = await priya.next('person', (told) => !told.person.present);
    priya.forget();
    const back = await TestBrowser.open(hall.url);
    expect(await back.ask({ type: 'hello', token })).toMatchObject({ seat: 'seated' });
    expect(await back.ask({ type: 'enter', mic: 'on', camera: 'off' })).toMatchObject({ type: 'entered' });
    expect(await priya.next('person', (told) => told.person.present)).toEqual({
      type: 'person',
      person: { ...person, present: true },
    });
    expect(person.handAt).not.toBeNull();
  });

  it('can be taken again after leaving', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const token = await frontEnd.join({ fullName: 'Ann', role: 'VIEWER' });
    const ann = await TestBrowser.enter(hall.url, token);
    await ann.ask({ type: 'leave' });
    expect((await ann.closing()).code).toBe(1000);
    await priya.next('left');
    const again = await TestBrowser.open(hall.url);
    expect(await again.ask({ type: 'hello', token })).toMatchObject({ seat: 'free', people: 1 });
    expect(await again.ask({ type: 'enter', mic: 'on', camera: 'off' })).toMatchObject({ type: 'entered' });
  });

  it('is refused when as many are there as may be', async () => {
    await frontEnd.create({ maxParticipants: 1 });
    const [first, second] = [await frontEnd.join(), await frontEnd.join({ fullName: 'Ann' })];
    await TestBrowser.enter(hall.url, first);
    const late = await TestBrowser.open(hall.url);
    await late.ask({ type: 'hello', token: second });
    expect(await late.ask({ type: 'enter', mic: 'on', camera: 'on' })).toMatchObject({
      code: 'meeting-full',
    });
  });
});

describe('chat', () => {
  it('is acknowledged when sent again, and said once', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const message = chat('<b>l’été</b>\u202e');
    expect(await priya.ask(message)).toMatchObject({ type: 'ok' });
    expect(await priya.ask(message)).toMatchObject({ type: 'ok' });
    expect(priya.heard.filter(({ type }) => type === 'chat')).toHaveLength(1);
    expect((await priya.next('chat')).message.text).toBe(message.text);
  });

  it('slows down those who say too much', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => priya.ask(chat(`${n}`))));
    expect(answers.filter(({ type }) => type === 'ok')).toHaveLength(10);
    expect(answers.at(-1)).toMatchObject({ code: 'too-fast' });
    expect(await priya.ask({ type: 'hand', up: true })).toMatchObject({ type: 'ok' });
  });
});

describe('media', () => {
  it('passes offers and answers between browsers and the engine', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const ann = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Ann' }));
    const tracks = [{ mid: '0', source: 'screen' as const }];
    expect(await priya.ask({ type: 'publish', sdp: 'offer', tracks })).toMatchObject({
      type: 'published',
      sdp: 'scripted answer',
    });
    const offer = await ann.next('offer');
    expect(offer.tracks.map(({ publication }) => publication.source)).toEqual(['screen']);
    expect((await ann.next('person', ({ person }) => person.screen)).person.name).toBe('Priya Raman');
    expect(await ann.ask({ type: 'answer', sdp: 'a', version: offer.version })).toMatchObject({ type: 'ok' });
    const [room] = hall.engine.rooms.values();
    room?.speak([offer.tracks[0]?.publication.person ?? '']);
    expect((await ann.next('speakers')).ids).toHaveLength(1);
    const late = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Late' }));
    expect((await late.next('publications', ({ all }) => all.length === 1)).all[0]?.source).toBe('screen');
    expect((await late.next('entered')).people.map(({ screen }) => screen)).toEqual([true, false, false]);
  });

  it('is renewed after the engine died', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    await priya.ask({ type: 'publish', sdp: 'offer', tracks: [{ mid: '0', source: 'mic' }] });
    hall.engine.die();
    await priya.next('media-lost');
    await priya.next('publications', ({ all }) => all.length === 0);
    expect(await priya.ask({ type: 'publish', sdp: 'o', tracks: [] })).toMatchObject({
      code: 'media-failed',
    });
    expect((await fetch(new URL('/health', hall.url))).status).toBe(503);
    const renewed = priya.ask({ type: 'renew-media' });
    expect(await priya.ask(chat('still here'))).toMatchObject({ type: 'ok' });
    hall.engine.revive();
    expect(await renewed).toMatchObject({ type: 'ok' });
    expect(
      await priya.ask({ type: 'publish', sdp: 'o', tracks: [{ mid: '0', source: 'mic' }] }),
    ).toMatchObject({
      type: 'published',
    });
    expect((await fetch(new URL('/health', hall.url))).status).toBe(200);
  });

  it('of one person alone may fail', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const [room] = hall.engine.rooms.values();
    const [peer] = room?.peers.values() ?? [];
    peer?.events.onFailed();
    await priya.next('media-lost');
    expect(await priya.ask({ type: 'renew-media' })).toMatchObject({ type: 'ok' });
    expect([...(room?.peers.values() ?? [])]).not.toContain(peer);
    expect(room?.peers.size).toBe(1);
  });

  it('ends with the stay', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const [room] = hall.engine.rooms.values();
    expect(room?.peers.size).toBe(1);
    await priya.ask({ type: 'leave' });
    await priya.closing();
    expect(room?.peers.size).toBe(0);
  });
});

describe('the socket', () => {
  it('is for the hall’s own pages', async () => {
    await expect(TestBrowser.open(hall.url, { origin: 'https://evil.example' })).rejects.toThrow(
      new Error('Unexpected server response: 403'),
    );
  });

  it('is not kept for more than 200 of one address that say nothing', async () => {
    await frontEnd.create();
    const token = await frontEnd.join();
    const silent = await Promise.all(Array.from({ length: 200 }, () => TestBrowser.open(hall.url)));
    await expect(TestBrowser.open(hall.url)).rejects.toThrow(new Error('Unexpected server response: 429'));
    expect(await silent[0]?.ask({ type: 'hello', token })).toMatchObject({ type: 'welcome' });
    await TestBrowser.open(hall.url);
  });

  it('closes on a frame that is too large', async () => {
    const browser = await TestBrowser.open(hall.url);
    browser.say('x'.repeat(700_000));
    expect((await browser.closing()).code).toBe(1009);
  });

  it('closes on a flood', async () => {
    const browser = await TestBrowser.open(hall.url);
    for (let n = 0; n < 300; n += 1) browser.say({ type: 'ping', re: n });
    expect(await browser.closing()).toEqual({ code: 1008, reason: 'too many messages' });
    expect(browser.heard.filter(({ type }) => type === 'ok').length).toBeLessThan(100);
  });

  it('is cut when a browser stops reading', async () => {
    await frontEnd.create();
    const slow = await TestBrowser.enter(hall.url, await frontEnd.join({ fullName: 'Slow' }));
    slow.pause();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    const [room] = hall.engine.rooms.values();
    const people = Array.from({ length: 500 }, (_, n) => `w_${'x'.repeat(200)}${n}`);
    for (let n = 0; n < 400 && !priya.heard.some(({ type }) => type === 'person'); n += 1) {
      room?.speak([`w_${n}`, ...people]);
      await priya.next('speakers', ({ ids }) => ids[0] === `w_${n}`);
    }
    await priya.next('person', ({ person }) => person.name === 'Slow' && !person.present);
  });

  it('tells browsers that the hall restarts', async () => {
    await frontEnd.create();
    const priya = await TestBrowser.enter(hall.url, await frontEnd.join());
    await hall.close();
    expect((await priya.closing()).code).toBe(1012);
    hall = await startTestHall();
  });
});
