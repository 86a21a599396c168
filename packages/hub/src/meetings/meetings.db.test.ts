import { randomUUID } from 'node:crypto';
import { signCallback } from '@koinon/bbb-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { houseIds } from '../coops/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import {
  type ScriptedBigBlueButton,
  startScriptedBigBlueButton,
} from '../fleet/drivers/bbb/scripted-bigbluebutton/index.ts';
import { serveHouse } from '../fleet/index.ts';
import { placements } from '../fleet/tables.ts';
import { guestForgetting } from './forget-guests.ts';
import { attendees, meetings } from './tables.ts';
import { type Browser, startTestHouses, type TestHouses } from './testing/test-house.ts';

testDatabases('meetings', (at) => {
  let houses: TestHouses;
  let engine: ScriptedBigBlueButton;
  let serverId: string;
  let noemie: Browser;
  let amadou: Browser;
  let room: { id: string; linkName: string };

  const attach = async (it: ScriptedBigBlueButton, kind: 'hall' | 'bbb' = 'hall') => {
    const given = { name: 'Leith', kind, api: it.api, secret: it.secret };
    return (await houses.browser('tom').ask('POST', '/api/desk/servers', given)).body.id as string;
  };
  const makeRoom = async (given: object = {}) =>
    (await noemie.ask('POST', '/api/rooms', { name: `Cercle ${randomUUID()}`, ...given })).body;
  const enter = (by: Browser, body: object = {}, link = room.linkName) =>
    by.ask('POST', `/api/links/${link}/enter`, body);
  const door = async (by: Browser = houses.browser()) =>
    (await by.ask('GET', `/api/links/${room.linkName}`)).body;
  const history = async () => (await noemie.ask('GET', `/api/rooms/${room.id}/meetings`)).body;
  const runningId = async () => {
    const rows = await at.db.asCoop(houses.tisserie.id, (tx) => tx.select().from(meetings));
    return rows.find((row) => row.roomId === room.id && row.endedAt === null)?.id ?? '';
  };
  /** The scripted engine's hall page stands for the browser's entering: its token is followed. */
  const comeIn = async (by: Browser, body: object = {}) => {
    const { body: entered } = await enter(by, body);
    const user = await engine.follow(entered.joinUrl);
    if (user === null) throw new Error('the join led nowhere');
    return user;
  };
  const lastJoin = () =>
    Object.fromEntries(engine.calls.findLast(({ name }) => name === 'join')?.parameters ?? []);

  beforeAll(async () => {
    houses = await startTestHouses(at.db);
    engine = await startScriptedBigBlueButton({ version: '3.0' });
    serverId = await attach(engine);
    const { harbour, tisserie } = houses;
    await at.db.asCoop(harbour.id, (tx) =>
      serveHouse(tx, { houseId: tisserie.id, providerId: harbour.id, serverId, since: new Date() }),
    );
    noemie = houses.browser('noemie');
    amadou = houses.browser('amadou');
  });
  beforeEach(async () => {
    room = await makeRoom({ lobby: 'guests' });
  });
  afterAll(async () => {
    await houses.close();
    await engine.close();
  });

  test('before the start the door says who may do what', async () => {
    const guest = await door();
    expect(guest).toMatchObject({
      roomId: null,
      host: 'Noémie Tremblay',
      running: null,
      may: 'wait',
      secure: true,
    });
    expect(await door(noemie)).toMatchObject({ roomId: room.id, may: 'start' });
    expect(await door(amadou)).toMatchObject({ roomId: null, may: 'wait' });
    expect((await enter(amadou)).body.error.code).toBe('not-started');
    expect(await enter(houses.browser(), { name: 'Luc' })).toMatchObject({
      status: 409,
      body: { error: { code: 'not-started' } },
    });
  });

  test('the owner starts, members join, guests knock', async () => {
    const owner = await comeIn(noemie);
    expect(owner).toMatchObject({ name: 'Noémie Tremblay', role: 'MODERATOR' });
    expect(lastJoin()).toMatchObject({ guest: 'false', 'userdata-bbb_override_default_locale': 'fr' });
    const create = Object.fromEntries(
      engine.calls.findLast(({ name }) => name === 'create')?.parameters ?? [],
    );
    expect(create).toMatchObject({
      guestPolicy: 'ALWAYS_ACCEPT_AUTH',
      'meta_koinon-house': 'La Tisserie',
      logoutURL: `${houses.tisserie.address}/r/${room.linkName}`,
    });

    expect(await comeIn(amadou)).toMatchObject({ name: 'Amadou Diallo', role: 'VIEWER' });
    expect(lastJoin().guest).toBe('false');
    expect(await door()).toMatchObject({ may: 'join', running: { people: 2, reachable: true } });

    const guest = houses.browser();
    expect((await enter(guest)).body.error.code).toBe('name-needed');
    expect((await enter(guest, { name: ' \u200b ' })).body.error).toEqual({
      code: 'invalid',
      fields: { name: 'too-short' },
    });
    expect((await enter(guest, { name: 'x'.repeat(300) })).body.error).toEqual({
      code: 'invalid',
      fields: { name: 'too-long' },
    });
    expect((await enter(guest, { name: 'لوك', language: 'en' })).status).toBe(200);
    expect(lastJoin()).toMatchObject({ fullName: 'لوك', role: 'VIEWER', guest: 'true' });
    expect(lastJoin()['userdata-bbb_override_default_locale']).toBe('en');
  });

  test('a guest who was let in once does not wait again; another browser does', async () => {
    await comeIn(noemie);
    const luc = houses.browser();
    await enter(luc, { name: 'Luc' });
    const userId = lastJoin().userID ?? '';
    expect(lastJoin().guest).toBe('true');
    await enter(luc, { name: 'Luc' });
    expect(lastJoin()).toMatchObject({ guest: 'true', userID: userId });
    // A moderator lets Luc in: only then the engine says that he joined.
    await engine.letIn(await runningId(), { userId, name: 'Luc' });
    await enter(luc, { name: 'Luc' });
    expect(lastJoin()).toMatchObject({ guest: 'false', userID: userId });
    await enter(houses.browser(), { name: 'Luc' });
    expect(lastJoin().guest).toBe('true');
    expect(lastJoin().userID).not.toBe(userId);
  });

  test('a lobby for everyone holds members back, and not moderators', async () => {
    room = await makeRoom({ lobby: 'everyone' });
    await enter(noemie);
    expect(lastJoin().guest).toBe('false');
    await enter(amadou);
    expect(lastJoin().guest).toBe('true');
  });

  test('two who start at the same moment start one meeting', async () => {
    room = await makeRoom({ lobby: 'off', whoMayStart: 'anyone' });
    const comers = [noemie, amadou, houses.browser(), houses.browser()];
    const entered = await Promise.all(comers.map((by) => enter(by, { name: 'Somebody' })));
    expect(entered.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const rows = await at.db.asCoop(houses.tisserie.id, (tx) => tx.select().from(meetings));
    expect(rows.filter((row) => row.roomId === room.id)).toHaveLength(1);
    const places = await at.db.asCoop(houses.tisserie.id, (tx) => tx.select().from(placements));
    expect(
      places.filter(({ meetingId }) => rows.some(({ id, roomId }) => id === meetingId && roomId === room.id)),
    ).toHaveLength(1);
  });

  test('two hubs on one database start one meeting, too', async () => {
    const other = await startTestHouses(at.db, { beside: houses });
    const hubs = [houses, other, houses, other];
    const entered = await Promise.all(hubs.map((hub) => enter(hub.browser('noemie'))));
    expect(entered.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const users = await Promise.all(entered.map(({ body }) => engine.follow(body.joinUrl)));
    expect(new Set(users.map((user) => user?.userId)).size).toBe(1);
    expect(engine.meeting(await runningId())?.users).toHaveLength(4);
    const [meeting] = await history();
    expect(meeting.attendees).toMatchObject([{ name: 'Noémie Tremblay', stays: [{ until: null }] }]);
    await other.close();
  });

  test('names of guests are forgotten after thirty days, and nothing else', async () => {
    room = await makeRoom({ lobby: 'off' });
    await comeIn(noemie);
    await comeIn(houses.browser(), { name: 'Luc' });
    await noemie.ask('POST', `/api/rooms/${room.id}/end`);
    const before = await history();
    const forget = (days: number) => {
      const clock = { now: () => new Date(Date.now() + days * 86_400_000) };
      return guestForgetting({ doors: at.db, clock, houseIds }).run();
    };
    await forget(29);
    expect(await history()).toEqual(before);
    await forget(31);
    const [meeting] = await history();
    expect(meeting.attendees).toEqual([before[0].attendees[0], { ...before[0].attendees[1], name: '' }]);
    const rows = await at.db.asCoop(houses.tisserie.id, (tx) => tx.select().from(attendees));
    expect(
      rows.filter(({ meetingId }) => meetingId === meeting.id).map(({ name, guestKey }) => [name, guestKey]),
    ).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('attendance is told by the engine, and ends with the meeting', async () => {
    const first = await comeIn(noemie);
    const second = await comeIn(amadou);
    const id = await runningId();
    await engine.leave(id, second);
    expect((await noemie.ask('POST', `/api/rooms/${room.id}/end`)).status).toBe(204);
    expect((await noemie.ask('POST', `/api/rooms/${room.id}/end`)).status).toBe(204);
    const [meeting] = await history();
    expect(meeting).toMatchObject({ id, server: 'Leith' });
    expect(meeting.endedAt).not.toBeNull();
    expect(meeting.attendees).toMatchObject([
      {
        name: 'Noémie Tremblay',
        role: 'moderator',
        guest: false,
        precisionS: 0,
        stays: [{ until: meeting.endedAt }],
      },
      { name: 'Amadou Diallo', role: 'attendee', guest: false, precisionS: 0 },
    ]);
    expect(meeting.attendees[1].stays[0].until).not.toBeNull();
    expect(first.userId).not.toBe(houses.ids.noemie);
    expect(await door()).toMatchObject({ running: null });
    const places = await at.db.asCoop(houses.tisserie.id, (tx) => tx.select().from(placements));
    expect(places.map(({ meetingId }) => meetingId)).not.toContain(id);
  });

  test('when the last one leaves, the engine’s own end is heard', async () => {
    const owner = await comeIn(noemie);
    const id = await runningId();
    await engine.leave(id, owner);
    await engine.expire(id);
    expect((await history())[0]).toMatchObject({ id, endedAt: expect.any(String) });
    expect((await enter(amadou)).body.error.code).toBe('not-started');
  });

  test('forged, foreign and doubled deliveries change nothing', async () => {
    const owner = await comeIn(noemie);
    const id = await runningId();
    const url = `${houses.url.origin}/api/callbacks/${houses.tisserie.id}/${id}/events`;
    const event = (kind: string, ts: number, more: object = {}) => ({
      data: {
        type: 'event',
        id: kind,
        attributes: {
          meeting: { 'internal-meeting-id': 'x', 'external-meeting-id': id },
          user: {
            'internal-user-id': owner.internalId,
            'external-user-id': owner.userId,
            name: 'N',
            role: 'MODERATOR',
          },
          ...more,
        },
        event: { ts },
      },
    });
    const bodyOf = (...events: object[]) =>
      new URLSearchParams({ domain: 'd', event: JSON.stringify(events), timestamp: '1' }).toString();
    const post = async (body: string, checksum: string, to = url) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return (await fetch(`${to}?checksum=${checksum}`, { method: 'POST', headers, body })).status;
    };
    const before = await history();
    const left = bodyOf(event('user-left', Date.now() + 1));
    expect(await post(left, signCallback(url, left, 'not the secret'))).toBe(403);
    expect(await post(left, '')).toBe(403);
    expect(await post(`${left}&x=1`, signCallback(url, left, engine.secret))).toBe(403);
    const elsewhere = url.replace(id, randomUUID());
    expect(await post(left, signCallback(elsewhere, left, engine.secret), elsewhere)).toBe(403);
    expect(await post('event=nonsense', signCallback(url, 'event=nonsense', engine.secret))).toBe(400);
    const foreign = bodyOf(
      event('meeting-ended', Date.now(), { meeting: { 'external-meeting-id': randomUUID() } }),
    );
    expect(await post(foreign, signCallback(url, foreign, engine.secret))).toBe(204);
    expect(await history()).toEqual(before);

    expect(await post(left, signCallback(url, left, engine.secret, 'sha1'))).toBe(204);
    const once = await history();
    expect(once[0].attendees[0].stays[0].until).not.toBeNull();
    expect(await post(left, signCallback(url, left, engine.secret))).toBe(204);
    expect(await history()).toEqual(once);

    const { data } = event('user-joined', 0);
    const timeless = new URLSearchParams({
      event: JSON.stringify([{ data: { ...data, event: {} } }]),
      timestamp: String(Date.now() + 2),
    }).toString();
    expect(await post(timeless, signCallback(url, timeless, engine.secret))).toBe(204);
    const back = await history();
    expect(back[0].attendees[0].stays).toHaveLength(2);
    const gone = bodyOf(event('user-left', Date.now() + 3));
    expect(await post(gone, signCallback(url, gone, engine.secret))).toBe(204);
    const over = await history();
    expect(await post(timeless, signCallback(url, timeless, engine.secret))).toBe(204);
    expect(await history()).toEqual(over);
  });

  test('an end callback is good once, and only with its own token', async () => {
    await comeIn(noemie);
    const id = await runningId();
    const create = engine.calls.findLast(({ name }) => name === 'create')?.parameters;
    const own = new URL(create?.get('meta_endCallbackUrl') ?? '');
    const call = async (change: (url: URL) => void = () => undefined) => {
      const url = new URL(own);
      url.searchParams.set('recordingmarks', 'false');
      url.searchParams.set('meetingID', id);
      change(url);
      return (await fetch(url)).status;
    };
    expect(await call((url) => url.searchParams.set('token', 'x'))).toBe(403);
    expect(await call((url) => url.searchParams.delete('token'))).toBe(403);
    expect(await call((url) => (url.pathname = url.pathname.replace(id, randomUUID())))).toBe(403);
    expect(
      await call((url) => (url.pathname = url.pathname.replace(houses.tisserie.id, houses.harbour.id))),
    ).toBe(403);
    expect(await call((url) => (url.pathname = url.pathname.replace(id, 'x')))).toBe(404);
    expect((await history())[0].endedAt).toBeNull();
    expect(await call()).toBe(204);
    const ended = await history();
    expect(ended[0].endedAt).not.toBeNull();
    expect(await call()).toBe(410);
    expect(await history()).toEqual(ended);
  });

  test('what is not there is not there', async () => {
    for (const link of ['no-such-room', 'UPPER', 'a%2fb', 'x'.repeat(150), '..%2f..', 'a b']) {
      expect((await noemie.ask('GET', `/api/links/${encodeURIComponent(link)}`)).status).toBe(404);
      expect((await noemie.ask('POST', `/api/links/${encodeURIComponent(link)}/enter`, {})).status).toBe(404);
    }
    const priya = houses.browser('priya');
    for (const id of [room.id, randomUUID(), 'x', "'; drop table rooms"]) {
      const path = `/api/rooms/${encodeURIComponent(id)}`;
      for (const [method, of, body] of [
        ['GET', path],
        ['PATCH', path, { name: 'Mine' }],
        ['DELETE', path],
        ['POST', `${path}/restore`],
        ['POST', `${path}/end`],
        ['GET', `${path}/meetings`],
      ] as const) {
        expect([of, (await priya.ask(method, of, body)).status]).toEqual([of, 404]);
      }
    }
    expect((await amadou.ask('GET', `/api/rooms/${room.id}/meetings`)).status).toBe(404);
    expect((await houses.browser().ask('GET', `/api/rooms/${room.id}/meetings`)).status).toBe(401);
  });

  test('rooms over the wire', async () => {
    const wrong = async (body: object) => (await noemie.ask('POST', '/api/rooms', body)).body.error;
    expect(await wrong({ name: 'x'.repeat(300) })).toEqual({ code: 'invalid', fields: { name: 'too-long' } });
    expect(await wrong({ name: ' \u2003 ' })).toEqual({ code: 'invalid', fields: { name: 'too-short' } });
    expect(await wrong({})).toEqual({ code: 'invalid', fields: { name: 'missing' } });
    expect(await wrong({ name: 'A', lobby: 'maybe' })).toEqual({
      code: 'invalid',
      fields: { lobby: 'malformed' },
    });
    const made = await noemie.ask('POST', '/api/rooms', { name: ' \u202Eاجتماع  الثلاثاء ' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'اجتماع الثلاثاء', mine: true, lobby: 'guests' },
    });
    expect(made.body.link).toBe(`${houses.tisserie.address}/r/${made.body.linkName}`);
    expect((await noemie.ask('DELETE', `/api/rooms/${made.body.id}`)).status).toBe(204);
    expect((await noemie.ask('GET', `/api/rooms/${made.body.id}`)).status).toBe(404);
    expect((await noemie.ask('POST', `/api/rooms/${made.body.id}/restore`)).body).toEqual(made.body);
    const listed = (await noemie.ask('GET', '/api/rooms')).body;
    expect(listed[0]).toEqual(made.body);
  });

  test('a room in which a meeting runs is not deleted until it ends', async () => {
    await comeIn(noemie);
    const path = `/api/rooms/${room.id}`;
    const deleted = await noemie.ask('DELETE', path);
    expect(deleted).toMatchObject({ status: 409, body: { error: { code: 'room-in-use' } } });
    expect(await door()).toMatchObject({ running: { people: 1 } });
    await noemie.ask('POST', `${path}/end`);
    expect((await noemie.ask('DELETE', path)).status).toBe(204);
    expect((await noemie.ask('POST', `${path}/restore`)).status).toBe(200);
  });

  test('a server on which a meeting runs is not detached', async () => {
    await comeIn(noemie);
    const detached = await houses.browser('tom').ask('DELETE', `/api/desk/servers/${serverId}`);
    expect(detached).toMatchObject({ status: 409, body: { error: { code: 'server-in-use' } } });
  });

  test('a second server: the running meeting stays, the next one of the same link runs there', async () => {
    await comeIn(noemie);
    const second = await startScriptedBigBlueButton({ version: '4.0' });
    const secondId = await attach(second, 'bbb');
    const next = (id: string) =>
      houses.browser('tom').ask('PATCH', `/api/desk/servers/${id}`, { next: true });
    await next(secondId);
    await comeIn(amadou);
    expect(second.calls.some(({ name }) => name === 'create')).toBe(false);
    await noemie.ask('POST', `/api/rooms/${room.id}/end`);

    // A BigBlueButton is entered by its own signed address.
    const { body } = await enter(noemie);
    expect(new URL(body.joinUrl).pathname).toBe('/bigbluebutton/api/join');
    expect(await second.follow(body.joinUrl)).toMatchObject({ name: 'Noémie Tremblay', role: 'MODERATOR' });
    expect(await door()).toMatchObject({ running: { people: 1 } });
    await noemie.ask('POST', `/api/rooms/${room.id}/end`);
    await next(serverId);
    expect((await houses.browser('tom').ask('DELETE', `/api/desk/servers/${secondId}`)).status).toBe(204);
    await second.close();
    expect(await history()).toHaveLength(2);
  });
});
