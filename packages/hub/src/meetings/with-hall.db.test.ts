import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBrowser } from '../../../hall/src/testing/test-browser.ts';
import { SECRET, startTestHall, type TestHall } from '../../../hall/src/testing/test-hall.ts';
import { testDatabases } from '../db/testing/index.ts';
import { serveHouse } from '../fleet/index.ts';
import { type Browser, startTestHouses, type TestHouses } from './testing/test-house.ts';

testDatabases('meetings in a hall', (at) => {
  let houses: TestHouses;
  let first: TestHall;
  let second: TestHall;
  let noemie: Browser;
  let room: { id: string; linkName: string };

  const attach = async (name: string, hall: TestHall) => {
    const given = { name, kind: 'hall', api: hall.api, secret: SECRET };
    return (await houses.browser('tom').ask('POST', '/api/desk/servers', given)).body.id as string;
  };
  const enter = (by: Browser, body: object = {}) => by.ask('POST', `/api/links/${room.linkName}/enter`, body);
  /** To the hall's own page, and through its door. */
  const seat = async (by: Browser, body: object = {}) => {
    const { joinUrl } = (await enter(by, body)).body;
    const url = new URL(joinUrl);
    return { hall: new URL(url.origin), token: url.searchParams.get('sessionToken') ?? '' };
  };
  const comeIn = async (by: Browser, body: object = {}) => {
    const { hall, token } = await seat(by, body);
    return TestBrowser.enter(hall, token);
  };
  const history = async () => (await noemie.ask('GET', `/api/rooms/${room.id}/meetings`)).body;
  const until = async (condition: () => Promise<boolean>) => {
    const deadline = Date.now() + 10_000;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`not within 10 s: ${JSON.stringify(await history())}`);
      await new Promise((go) => setTimeout(go, 50));
    }
  };

  beforeAll(async () => {
    houses = await startTestHouses(at.db);
    first = await startTestHall();
    second = await startTestHall();
    const serverId = await attach('Leith', first);
    const { harbour, tisserie } = houses;
    await at.db.asCoop(harbour.id, (tx) =>
      serveHouse(tx, { houseId: tisserie.id, providerId: harbour.id, serverId, since: new Date() }),
    );
    noemie = houses.browser('noemie');
    room = (await noemie.ask('POST', '/api/rooms', { name: 'Cercle du mardi', lobby: 'guests' })).body;
  });
  afterAll(async () => {
    await houses.close();
    await first.close();
    await second.close();
  });

  test('a member starts, a guest waits and is let in, a third comes late, and all three are in the attendance', async () => {
    const startedMs = Date.now();
    const owner = await comeIn(noemie);

    const luc = houses.browser();
    const { hall, token } = await seat(luc, { name: 'Luc', language: 'fr' });
    const guest = await TestBrowser.open(hall);
    expect(await guest.ask({ type: 'hello', token })).toMatchObject({ type: 'welcome' });
    guest.say({ type: 'enter', re: 9, mic: 'on', camera: 'off' });
    const knocking = await owner.next('lobby', ({ waiting }) => waiting.length === 1);
    const asked = knocking.waiting[0];
    expect(asked).toMatchObject({ name: 'Luc' });
    expect((await history())[0].attendees).toHaveLength(1);
    await owner.ask({ type: 'admit', ids: [asked?.id ?? ''] });
    await until(async () => (await history())[0].attendees.length === 2);

    // Luc's browser comes again, through the link, and does not wait.
    const again = await comeIn(luc, { name: 'Luc' });
    await again.next('entered');

    const late = await comeIn(houses.browser('amadou'));
    await until(async () => (await history())[0].attendees.length === 3);
    await late.ask({ type: 'leave' });
    late.close();
    await until(async () =>
      (await history())[0].attendees.some(
        ({ stays }: { stays: { until: string | null }[] }) => stays[0]?.until !== null,
      ),
    );

    await owner.ask({ type: 'end' });
    await until(async () => (await history())[0].endedAt !== null);
    const [meeting] = await history();
    expect(meeting.attendees).toMatchObject([
      { name: 'Noémie Tremblay', role: 'moderator', guest: false, precisionS: 0 },
      { name: 'Luc', role: 'attendee', guest: true, precisionS: 0 },
      { name: 'Amadou Diallo', role: 'attendee', guest: false, precisionS: 0 },
    ]);
    for (const { stays } of meeting.attendees) {
      expect(Date.parse(stays[0].from)).toBeGreaterThanOrEqual(startedMs - 100);
      expect(Date.parse(stays.at(-1).until)).toBeLessThanOrEqual(Date.parse(meeting.endedAt));
    }
  });

  test('the same link opens the next meeting on a second hall', async () => {
    const secondId = await attach('Leith 2', second);
    await houses.browser('tom').ask('PATCH', `/api/desk/servers/${secondId}`, { next: true });
    const { hall } = await seat(noemie);
    expect(hall.origin).toBe(second.url.origin);
    expect((await history()).map(({ server }: { server: string }) => server)).toEqual(['Leith 2', 'Leith']);
    await noemie.ask('POST', `/api/rooms/${room.id}/end`);
  });

  test('joins that looking sees are those that hooks told', async () => {
    const owner = await comeIn(noemie);
    await until(async () => (await history())[0].attendees.length === 1);
    const told = await history();
    await houses.look();
    await houses.look();
    await houses.look();
    expect(await history()).toEqual(told);
    const servers = (await houses.browser('tom').ask('GET', '/api/desk/servers')).body;
    expect(servers).toMatchObject([
      { name: 'Leith', meetings: 0, people: 0 },
      { name: 'Leith 2', meetings: 1, people: 1 },
    ]);
    owner.close();
    await noemie.ask('POST', `/api/rooms/${room.id}/end`);
  });
});
