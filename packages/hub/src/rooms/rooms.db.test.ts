import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createAudit } from '../audit/index.ts';
import { audit } from '../audit/tables.ts';
import { handClock } from '../clock/index.ts';
import { coops } from '../coops/tables.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createEvents } from '../events/index.ts';
import { outbox } from '../events/tables.ts';
import { createIds } from '../ids/index.ts';
import { findRoomByLink, purgeRooms } from './rooms.repository.ts';
import {
  type Actor,
  changeRoom,
  deleteRoom,
  makeRoom,
  myRooms,
  openRoom,
  type RoomsGround,
  restoreRoom,
} from './rooms.service.ts';
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
  const priya: Actor = { coopId: north, personId: randomUUID(), roles: ['member'] };
  const tom: Actor = { coopId: north, personId: randomUUID(), roles: ['member'] };
  const admin: Actor = { coopId: north, personId: randomUUID(), roles: ['member', 'admin'] };
  const stranger: Actor = { coopId: south, personId: randomUUID(), roles: ['member', 'admin'] };
  let n = 0;
  let ground: RoomsGround;

  beforeAll(async () => {
    await at.db.asFederation((tx) => tx.insert(coops).values([north, south].map(house)));
    ground = {
      doors: at.db,
      clock,
      ids,
      random: (below) => n++ % below,
      events: createEvents({ clock, ids }),
      audit: createAudit({ clock, ids }),
    };
  });

  const make = (name: string, by = priya) => makeRoom(ground, by, RoomMake.parse({ name }));
  const free = async () => false;
  const byLink = (link: string, coopId = north) => at.db.asCoop(coopId, (tx) => findRoomByLink(tx, link));

  test('a room gets a readable link, and the second of its name a number', async () => {
    const first = await make('Morning circle');
    const second = await make('morning – CIRCLE');
    expect([first.linkName, second.linkName]).toEqual(['morning-circle', 'morning-circle-2']);
    expect((await byLink('morning-circle-2'))?.id).toBe(second.id);
    const told = await at.db.asFederation((tx) => tx.select().from(outbox));
    expect(told.map(({ type, aggregate, coopId }) => [type, aggregate, coopId])).toEqual([
      ['rooms.made', `room:${first.id}`, north],
      ['rooms.made', `room:${second.id}`, north],
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

  test('a renamed room keeps its link', async () => {
    const room = await make('Garden group');
    const renamed = await changeRoom(ground, priya, room.id, { name: 'Orchard group' });
    expect(renamed).toMatchObject({ ok: true, value: { linkName: 'garden-group', name: 'Orchard group' } });
    expect((await byLink('garden-group'))?.name).toBe('Orchard group');
    expect((await make('Garden group')).linkName).toBe('garden-group-2');
    expect((await make('Orchard group')).linkName).toBe('orchard-group');
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
      expect(await deleteRoom(ground, other, room.id, free)).toEqual({ ok: false, error: 'not-found' });
    }
    expect((await byLink('mine-alone'))?.name).toBe('Mine alone');
    expect(await byLink('mine-alone', south)).toBeNull();
  });

  test('an admin’s hand on somebody else’s room is written down', async () => {
    const room = await make('Watched');
    await changeRoom(ground, priya, room.id, { lobby: 'off' });
    await changeRoom(ground, admin, room.id, { lobby: 'guests' });
    const noted = await at.db.asCoop(north, (tx) => tx.select().from(audit));
    expect(noted).toMatchObject([
      { actorId: admin.personId, act: 'rooms.change', subject: `room:${room.id}` },
    ]);
  });

  test('a deleted room is gone, comes back when restored, and its link is nobody else’s', async () => {
    const room = await make('Winter school');
    expect(await deleteRoom(ground, priya, room.id, free)).toMatchObject({ ok: true });
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

  test('a room in which a meeting runs is not deleted', async () => {
    const room = await make('Still talking');
    const running = async (_: unknown, id: string) => id === room.id;
    expect(await deleteRoom(ground, priya, room.id, running)).toEqual({ ok: false, error: 'room-in-use' });
    expect((await byLink('still-talking'))?.id).toBe(room.id);
    expect(await deleteRoom(ground, stranger, room.id, running)).toEqual({ ok: false, error: 'not-found' });
  });

  test('a purged room leaves only its taken link', async () => {
    const room = await make('Summer school');
    await deleteRoom(ground, priya, room.id, free);
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
