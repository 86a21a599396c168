import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signCallback } from '@koinon/bbb-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBrowser } from '../../../../hall/src/testing/test-browser.ts';
import { SECRET, startTestHall } from '../../../../hall/src/testing/test-hall.ts';
import { BbbDriver } from './bbb/bbb-driver.ts';
import { startScriptedBigBlueButton } from './bbb/scripted-bigbluebutton/index.ts';
import type { EngineDriver, JoinOrder, MeetingOrder } from './driver.ts';

// One suite for every engine that a driver speaks to: what the rooms above rely on.

interface Engine {
  kind: 'hall' | 'bbb';
  api: string;
  secret: string;
  /** What a probe learns of its version; BigBlueButton tells none unless its operator says so. */
  version: unknown;
  /** Follows a join address as a browser does, and stays until told. Null when it leads nowhere. */
  come(joinUrl: string): Promise<{ leave(): Promise<void> } | null>;
  close(): Promise<void>;
}

const engines: [string, () => Promise<Engine>][] = (['2.7', '3.0', '4.0'] as const).map((version) => [
  `scripted BigBlueButton ${version}`,
  async () => {
    const bbb = await startScriptedBigBlueButton({ version });
    return {
      kind: 'bbb',
      api: bbb.api,
      secret: bbb.secret,
      version: null,
      async come(joinUrl) {
        const user = await bbb.follow(joinUrl);
        const id = new URL(joinUrl).searchParams.get('meetingID') ?? '';
        return user && { leave: () => bbb.leave(id, user) };
      },
      close: bbb.close,
    };
  },
]);

engines.push([
  'the hall',
  async () => {
    const hall = await startTestHall();
    return {
      kind: 'hall',
      api: hall.api,
      secret: SECRET,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      async come(joinUrl) {
        const token = new URL(joinUrl).searchParams.get('sessionToken') ?? '';
        const browser = await TestBrowser.enter(hall.url, token);
        return {
          async leave() {
            await browser.ask({ type: 'leave' });
            browser.close();
          },
        };
      },
      close: () => hall.close(),
    };
  },
]);

const order = (more: Partial<MeetingOrder> = {}): MeetingOrder => ({
  id: randomUUID(),
  name: 'Cercle du mardi & amis <3',
  lobby: false,
  house: { name: 'La Tisserie', paint: '#8d2f63', logoUrl: 'https://rooms.example/c/tisserie/mark.svg' },
  roomUrl: 'http://127.0.0.1:1/c/tisserie/r/cercle-du-mardi',
  endedUrl: 'http://127.0.0.1:1/ended?token=x',
  ...more,
});
const joinOrder = (meetingId: string, createTime: number, more: Partial<JoinOrder> = {}): JoinOrder => ({
  meetingId,
  createTime,
  attendeeId: randomUUID(),
  name: 'Noémie Tremblay',
  moderator: true,
  guest: false,
  language: 'fr',
  roomUrl: 'http://127.0.0.1:1/c/tisserie/r/cercle-du-mardi',
  ...more,
});

function value<T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!answer.ok) throw new Error(`the engine refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 10 s');
    await new Promise((go) => setTimeout(go, 20));
  }
}

/** A listener for hooks and end callbacks. */
async function listener() {
  const heard: { address: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.push({ address: request.url ?? '', body });
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, origin, close: () => new Promise((done) => server.close(done)) };
}

describe.each(engines)('%s', (_, start) => {
  let engine: Engine;
  let driver: EngineDriver;
  const driverFor = (access: { api?: string; secret?: string }) =>
    new BbbDriver(
      { kind: engine.kind, api: access.api ?? engine.api, secret: access.secret ?? engine.secret },
      { fetch: (url, init) => fetch(url, init), isBarred: () => false, timeoutMs: 2_000 },
    );

  beforeAll(async () => {
    engine = await start();
    driver = driverFor({});
  });
  afterAll(() => engine.close());

  test('a probe with the secret succeeds', async () => {
    expect(await driver.probe()).toEqual({ ok: true, value: { version: engine.version } });
  });

  test('a probe with a wrong secret says so', async () => {
    expect(await driverFor({ secret: 'not the secret' }).probe()).toEqual({
      ok: false,
      error: { code: 'secret-wrong' },
    });
  });

  test('a probe beside the API says that it is not there', async () => {
    const beside = driverFor({ api: `${new URL(engine.api).origin}/nothing/here/api` });
    expect(await beside.probe()).toMatchObject({ ok: false, error: { code: 'not-bbb' } });
  });

  test('two creates make one meeting', async () => {
    const one = order();
    const [first, second] = await Promise.all([driver.create(one), driver.create(one)]);
    expect(value(first).createTime).toBeGreaterThan(0);
    expect(value(second).createTime).toBe(value(first).createTime);
    expect([value(first).fresh, value(second).fresh].sort()).toEqual([false, true]);
    const all = value(await driver.lookAtAll(new Set([one.id])));
    expect(all.filter((meeting) => meeting.id === one.id)).toHaveLength(1);
  });

  test('a name of one character is a name', async () => {
    expect(await driver.create(order({ name: '週' }))).toMatchObject({ ok: true });
  });

  test('who joins is seen under the id that we gave, and leaves', async () => {
    const one = order();
    const { createTime } = value(await driver.create(one));
    const join = joinOrder(one.id, createTime);
    const person = await engine.come(value(await driver.join(join)).url);
    expect(person).not.toBeNull();
    expect(value(await driver.look(one.id))).toEqual({
      id: one.id,
      createTime,
      people: 1,
      attendees: [{ attendeeId: join.attendeeId, name: 'Noémie Tremblay', moderator: true }],
    });
    await person?.leave();
    await until(async () => value(await driver.look(one.id))?.people === 0);
  });

  test('attendees of foreign meetings are not read', async () => {
    const one = order();
    const { createTime } = value(await driver.create(one));
    const person = await engine.come(value(await driver.join(joinOrder(one.id, createTime))).url);
    const all = value(await driver.lookAtAll(new Set()));
    expect(all.find((meeting) => meeting.id === one.id)).toMatchObject({ people: 1, attendees: [] });
    await person?.leave();
  });

  test('an unknown meeting is unknown', async () => {
    const id = randomUUID();
    expect(await driver.look(id)).toEqual({ ok: true, value: null });
    expect(await driver.end(id)).toEqual({ ok: true, value: null });
    expect(await driver.join(joinOrder(id, 1))).toMatchObject({
      ok: false,
      error: { code: 'unknown-meeting' },
    });
  });

  test('an ended meeting is gone', async () => {
    const one = order();
    const { createTime } = value(await driver.create(one));
    expect(await driver.end(one.id)).toEqual({ ok: true, value: null });
    await until(async () => value(await driver.look(one.id)) === null);
    expect(await driver.join(joinOrder(one.id, createTime))).toMatchObject({
      ok: false,
      error: { code: 'unknown-meeting' },
    });
  });

  test('joins, leaves and the end are told, signed', async () => {
    const ear = await listener();
    const one = order({ endedUrl: `${ear.origin}/ended?token=t` });
    const hookUrl = `${ear.origin}/hooks?meeting=${one.id}`;
    const { createTime } = value(await driver.create(one));
    expect(await driver.listen(one.id, hookUrl)).toEqual({ ok: true, value: null });
    expect(await driver.listen(one.id, hookUrl)).toEqual({ ok: true, value: null });
    const join = joinOrder(one.id, createTime);
    const person = await engine.come(value(await driver.join(join)).url);
    const told = (event: string) => ear.heard.filter(({ body }) => body.includes(event));
    await until(async () => told('user-joined').length > 0);
    await person?.leave();
    await until(async () => told('user-left').length > 0);
    await driver.end(one.id);
    await until(async () => told('meeting-ended').length > 0);
    await until(async () => ear.heard.some(({ address }) => address.startsWith('/ended?token=t&')));

    const [joined] = told('user-joined');
    expect(joined?.body).toContain(join.attendeeId);
    const checksum = new URL(joined?.address ?? '', ear.origin).searchParams.get('checksum') ?? '';
    expect(driver.heard(hookUrl, checksum, joined?.body ?? '')).toBe(true);
    expect(driver.heard(hookUrl, checksum, `${joined?.body}&more=1`)).toBe(false);
    expect(driver.heard(`${hookUrl}x`, checksum, joined?.body ?? '')).toBe(false);
    const forged = signCallback(hookUrl, joined?.body ?? '', 'not the secret');
    expect(driver.heard(hookUrl, forged, joined?.body ?? '')).toBe(false);
    expect(driver.heard(hookUrl, '', joined?.body ?? '')).toBe(false);
    await ear.close();
  });
});
