import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import {
  type ScriptedBigBlueButton,
  startScriptedBigBlueButton,
} from '../fleet/drivers/bbb/scripted-bigbluebutton/index.ts';
import { placements } from '../fleet/tables.ts';
import { meetings } from './tables.ts';
import { type Browser, startTestHouses, type TestHouses } from './testing/test-house.ts';

testDatabases('what is set right by looking', (at) => {
  // Our clock runs ahead of the engine's, and further with every turn: times that the engine tells are brought over.
  let aheadMs = 60_000;
  const clock = { now: () => new Date(Date.now() + aheadMs), after: systemClock.after };
  const turn = (ms: number) => {
    aheadMs += ms;
  };

  let houses: TestHouses;
  let priya: Browser;
  let tom: Browser;
  let engine: ScriptedBigBlueButton;
  let room: { id: string; linkName: string };
  let n = 0;
  const aboutTen = expect.toSatisfy((seconds: number) => seconds >= 10 && seconds < 15);

  beforeAll(async () => {
    houses = await startTestHouses(at.db, { clock });
    priya = houses.browser('priya');
    tom = houses.browser('tom');
  });
  beforeEach(async () => {
    n += 1;
    room = (await priya.ask('POST', '/api/rooms', { name: `Room ${n}`, lobby: 'off' })).body;
  });
  afterAll(async () => {
    await houses.close();
    await engine.close();
  });

  /** The next meeting runs on a fresh engine. */
  const onEngine = async (hooks: 'none' | 'any') => {
    await engine?.close();
    engine = await startScriptedBigBlueButton({ version: '3.0', hooks });
    const given = { name: `Engine ${n}`, kind: 'hall', api: engine.api, secret: engine.secret };
    const { body } = await tom.ask('POST', '/api/desk/servers', given);
    await tom.ask('PATCH', `/api/desk/servers/${body.id}`, { next: true });
    return body.id as string;
  };
  const enter = (by: Browser) => by.ask('POST', `/api/links/${room.linkName}/enter`, {});
  const comeIn = async (by: Browser) => {
    const user = await engine.follow((await enter(by)).body.joinUrl);
    if (user === null) throw new Error('the join led nowhere');
    return user;
  };
  const rows = async () =>
    (await at.db.asCoop(houses.harbour.id, (tx) => tx.select().from(meetings))).filter(
      ({ roomId }) => roomId === room.id,
    );
  const running = async () => (await rows()).find(({ endedAt }) => endedAt === null)?.id ?? '';
  const history = async () => (await priya.ask('GET', `/api/rooms/${room.id}/meetings`)).body;
  const door = async () => (await tom.ask('GET', `/api/links/${room.linkName}`)).body;

  test('without hooks, looking tells who came and went, as exactly as it looks', async () => {
    await onEngine('none');
    const user = await comeIn(priya);
    const id = await running();
    expect((await rows())[0]?.told).toBe(false);
    expect((await history())[0].attendees).toEqual([]);
    await houses.look();
    expect((await history())[0].attendees).toMatchObject([{ name: 'Priya Raman', stays: [{ until: null }] }]);
    expect((await door()).running).toMatchObject({ people: 1, reachable: true });
    turn(10_000);
    await engine.leave(id, user);
    await houses.look();
    const [attendee] = (await history())[0].attendees;
    expect(attendee.stays).toHaveLength(1);
    expect(attendee.precisionS).toBeGreaterThanOrEqual(10);
    expect(attendee.precisionS).toBeLessThan(15);
    expect(Date.parse(attendee.stays[0].until) - Date.parse(attendee.stays[0].from)).toBeGreaterThanOrEqual(
      10_000,
    );
  });

  test('a meeting that vanished without a word is over', async () => {
    await onEngine('none');
    await comeIn(priya);
    await houses.look();
    engine.forget(await running());
    turn(10_000);
    await houses.look();
    const [meeting] = await history();
    expect(meeting.endedAt).not.toBeNull();
    expect(meeting.attendees[0]).toMatchObject({ stays: [{ until: meeting.endedAt }] });
    expect(meeting.attendees[0].precisionS).toBeGreaterThanOrEqual(10);
    expect((await door()).running).toBeNull();
  });

  test('with hooks, times are brought over to our clock and looking adds nothing', async () => {
    await onEngine('any');
    const before = clock.now().getTime();
    await comeIn(priya);
    const [stay] = (await history())[0].attendees[0].stays;
    expect(Math.abs(Date.parse(stay.from) - before)).toBeLessThan(5_000);
    const told = await history();
    for (let looks = 0; looks < 3; looks += 1) {
      turn(10_000);
      await houses.look();
    }
    expect(await history()).toEqual(told);
  });

  test('a lost join and a lost leave are corrected by the second look', async () => {
    await onEngine('any');
    const first = await comeIn(priya);
    const id = await running();
    engine.mute();
    await comeIn(tom);
    await engine.leave(id, first);
    turn(10_000);
    await houses.look();
    expect((await door()).running.people).toBe(1);
    turn(10_000);
    await houses.look();
    expect((await door()).running.people).toBe(1);
    const [meeting] = await history();
    expect(meeting.attendees).toMatchObject([
      { name: 'Priya Raman', stays: [{ until: expect.any(String) }], precisionS: aboutTen },
      { name: 'Tom Adeyemi', stays: [{ until: null }], precisionS: aboutTen },
    ]);
  });

  test('a server that forgot the meeting: members wait, the owner starts anew', async () => {
    await onEngine('any');
    await comeIn(priya);
    const first = await running();
    engine.forget(first);
    expect((await enter(tom)).body.error.code).toBe('not-started');
    await comeIn(priya);
    expect(await running()).not.toBe(first);
    expect(await history()).toHaveLength(2);
  });

  test('a silent server is told apart from an ended meeting, and everything is there when it answers again', async () => {
    await onEngine('any');
    await comeIn(priya);
    const told = await history();
    await engine.close();
    const refused = await enter(tom);
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'server-down', retryAfterS: 5 } } });
    expect((await priya.ask('POST', `/api/rooms/${room.id}/end`)).body.error.code).toBe('server-down');
    expect((await door()).running).toMatchObject({ reachable: false });
    for (let looks = 0; looks < 3; looks += 1) {
      turn(10_000);
      await houses.look();
    }
    expect(await history()).toEqual(told);
    turn(11 * 60_000);
    await houses.look();
    const [lost] = await history();
    expect(lost.endedAt).not.toBeNull();
    expect(Date.parse(lost.endedAt)).toBeLessThan(clock.now().getTime() - 10 * 60_000);
    expect((await door()).running).toBeNull();
    const places = await at.db.asCoop(houses.harbour.id, (tx) => tx.select().from(placements));
    expect(places.map(({ meetingId }) => meetingId)).not.toContain(lost.id);
  });

  test('a start on a dead server is refused, leaves nothing, and works when it is back', async () => {
    await onEngine('any');
    const { api, secret } = engine;
    await engine.close();
    expect((await enter(priya)).body.error).toEqual({ code: 'server-down', retryAfterS: 5 });
    expect((await door()).running).toBeNull();
    expect(await history()).toEqual([]);
    engine = await startScriptedBigBlueButton({ version: '3.0', secret, at: api });
    expect(await comeIn(priya)).toMatchObject({ role: 'MODERATOR' });
    expect(await history()).toHaveLength(1);
  });

  test('a start that was cut off is finished by the next one, or given up', async () => {
    const serverId = await onEngine('any');
    const begin = () =>
      at.db.asCoop(houses.harbour.id, async (tx) => {
        const id = crypto.randomUUID();
        const [provider, now] = [houses.harbour.id, clock.now()];
        await tx
          .insert(placements)
          .values({ meetingId: id, providerId: provider, serverId, reservedAt: now });
        await tx.insert(meetings).values({
          id,
          roomId: room.id,
          serverId,
          serverName: 'Engine',
          lobby: 'off',
          createdAt: now,
        });
        return id;
      });
    const cutOff = await begin();
    await houses.look();
    expect(await comeIn(priya)).toMatchObject({ role: 'MODERATOR' });
    expect(await running()).toBe(cutOff);
    await priya.ask('POST', `/api/rooms/${room.id}/end`);

    const never = await begin();
    turn(3 * 60_000);
    await houses.look();
    expect((await rows()).find(({ id }) => id === never)).toMatchObject({ endReason: 'failed' });
    expect(await history()).toHaveLength(1);
  });

  test('a house without a server says so', async () => {
    const noemie = houses.browser('noemie');
    const made = (await noemie.ask('POST', '/api/rooms', { name: 'Nowhere' })).body;
    const refused = await noemie.ask('POST', `/api/links/${made.linkName}/enter`, {});
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'no-server' } } });
  });
});
