import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { handClock } from '../clock/index.ts';
import { coops } from '../coops/tables.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createIds } from '../ids/index.ts';
import {
  changeRoom,
  deleteRoom,
  findRoomByLink,
  type Member,
  makeRoom,
  myRooms,
  openRoom,
  purgeRooms,
  type RoomEvent,
  type RoomsGround,
  restoreRoom,
} from './index.ts';
import { RoomMake } from './wire.ts';

const house = (id: string) => ({
  id,
  slug: `house-${id}`,
  name: 'A house',
  paint: '#0a5f78',
  mark: 'waves' as const,
  languages: ['en' as const],
  currency: 'GBP',
  timeZone: 'Europe/London',
  operator: true,
  createdAt: new Date(),
});

testDatabases('rooms', (at) => {
  const clock = handClock();
  const ids = createIds(clock);
  const [north, south] = [randomUUID(), randomUUID()];
  const priya: Member = { coopId: north, personId: randomUUID(), admin: false };
  const tom: Member = { coopId: north, personId: randomUUID(), admin: false };
  const admin: Member = { coopId: north, personId: randomUUID(), admin: true };
  const stranger: Member = { coopId: south, personId: randomUUID(), admin: true };
  let events: RoomEvent[] = [];
  let n = 0;
  let ground: RoomsGround;

  beforeAll(async () => {
    await at.db.asFederation((tx) => tx.insert(coops).values([north, south].map(house)));
    ground = {
      doors: at.db,
      clock,
      ids,
      random: (below) => n++ % below,
      emit: async (_, event) => {
        events.push(event);
      },
    };
  });

  const make = (name: string, by = priya) => makeRoom(ground, by, RoomMake.parse({ name }));
  const byLink = (link: string, coopId = north) => at.db.asCoop(coopId, (tx) => findRoomByLink(tx, link));

  test('a room gets a readable link, and the second of its name a number', async () => {
    events = [];
    const first = await make('Morning circle');
    const second = await make('morning – CIRCLE');
    expect([first.linkName, second.linkName]).toEqual(['morning-circle', 'morning-circle-2']);
    expect((await byLink('morning-circle-2'))?.id).toBe(second.id);
    expect(events).toEqual([
      { type: 'room-made', roomId: first.id, ownerId: priya.personId },
      { type: 'room-made', roomId: second.id, ownerId: priya.personId },
    ]);
  });

  test('two houses may have the same link', async () => {
    const here = await make('Assembly');
    const there = await make('Assembly', stranger);
    expect([here.linkName, there.linkName]).toEqual(['assembly', 'assembly']);
    expect((await byLink('assembly', south))?.id).toBe(there.id);
  });

  test('many rooms of one name made at once all get their own link', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => make('Rush')));
    expect(new Set(made.map((room) => room.linkName)).size).toBe(8);
  });

  test('a name in another script is kept and gets a link that can be said', async () => {
    const room = await make('اجتماع الثلاثاء');
    expect(room.name).toBe('اجتماع الثلاثاء');
    expect(room.linkName).toMatch(/^[a-z]{6}-[a-z]{6}$/);
  });

  test('a renamed room has a new link, and the old one still opens it', async () => {
    const room = await make('Garden group');
    const renamed = await changeRoom(ground, priya, room.id, { name: 'Orchard group' });
    expect(renamed).toMatchObject({ ok: true, value: { linkName: 'orchard-group', name: 'Orchard group' } });
    expect((await byLink('garden-group'))?.linkName).toBe('orchard-group');
    const other = await make('Garden group');
    expect(other.linkName).toBe('garden-group-2');
    expect(await changeRoom(ground, priya, room.id, { name: 'Garden group' })).toMatchObject({
      value: { linkName: 'garden-group' },
    });
  });

  test('what is not given stays', async () => {
    const room = await make('Settings');
    const changed = await changeRoom(ground, priya, room.id, { lobby: 'everyone', whoMayStart: 'members' });
    expect(changed).toMatchObject({
      value: { name: 'Settings', linkName: 'settings', lobby: 'everyone', whoMayStart: 'members' },
    });
  });

  test('owner and admins manage a room; for others and other houses it is not there', async () => {
    const room = await make('Mine alone');
    expect(await openRoom(ground, admin, room.id)).toMatchObject({ ok: true });
    for (const other of [tom, stranger]) {
      expect(await openRoom(ground, other, room.id)).toEqual({ ok: false, error: 'not-found' });
      expect(await changeRoom(ground, other, room.id, { name: 'Taken' })).toEqual({
        ok: false,
        error: 'not-found',
      });
      expect(await deleteRoom(ground, other, room.id)).toEqual({ ok: false, error: 'not-found' });
    }
    expect((await byLink('mine-alone'))?.name).toBe('Mine alone');
    expect(await byLink('mine-alone', south)).toBeNull();
  });

  test('a deleted room is gone, comes back when restored, and its link is nobody else’s', async () => {
    const room = await make('Winter school');
    expect(await deleteRoom(ground, priya, room.id)).toMatchObject({ ok: true });
    expect(await byLink('winter-school')).toBeNull();
    expect((await myRooms(ground, priya)).map(({ id }) => id)).not.toContain(room.id);
    expect(await restoreRoom(ground, tom, room.id)).toEqual({ ok: false, error: 'not-found' });
    expect((await make('Winter school')).linkName).toBe('winter-school-2');
    expect(await restoreRoom(ground, priya, room.id)).toMatchObject({
      ok: true,
      value: { linkName: 'winter-school' },
    });
    expect(await restoreRoom(ground, priya, room.id)).toMatchObject({ ok: true });
    expect((await byLink('winter-school'))?.id).toBe(room.id);
  });

  test('a purged room leaves only its taken link', async () => {
    const room = await make('Summer school');
    await deleteRoom(ground, priya, room.id);
    const purge = (before: Date) => at.db.asCoop(north, (tx) => purgeRooms(tx, before));
    expect(await purge(clock.now())).toBe(0);
    clock.turn(31 * 86_400_000);
    expect(await purge(clock.now())).toBe(1);
    expect(await restoreRoom(ground, priya, room.id)).toEqual({ ok: false, error: 'not-found' });
    expect(await byLink('summer-school')).toBeNull();
    expect((await make('Summer school')).linkName).toBe('summer-school-2');
  });

  test('mine are listed newest first', async () => {
    clock.turn(1_000);
    const older = await make('Older', tom);
    clock.turn(1_000);
    const newer = await make('Newer', tom);
    expect((await myRooms(ground, tom)).map(({ id }) => id)).toEqual([newer.id, older.id]);
  });
});
