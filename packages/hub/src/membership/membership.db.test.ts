import { beforeAll, expect, test } from 'vitest';
import { createAudit } from '../audit/index.ts';
import { handClock } from '../clock/index.ts';
import { coops } from '../coops/tables.ts';
import { testDatabases } from '../db/testing/index.ts';
import { people } from '../identity/index.ts';
import { createIds } from '../ids/index.ts';
import { createMemberships, type Memberships } from './index.ts';

const dayMs = 86_400_000;

testDatabases('memberships', (at) => {
  const clock = handClock();
  const ids = createIds(clock);
  const [north, south] = [ids(), ids()];
  let memberships: Memberships;

  beforeAll(async () => {
    memberships = createMemberships({ doors: at.db, clock, ids, audit: createAudit({ clock, ids }) });
    const houses = [north, south].map((id) => ({
      id,
      slug: `house-${id}`,
      name: 'A house',
      paint: '#0a5f78',
      mark: 'waves' as const,
      languages: ['en' as const],
      currency: 'GBP',
      timeZone: 'Europe/London',
      operator: false,
      createdAt: clock.now(),
    }));
    await at.db.asFederation((tx) => tx.insert(coops).values(houses));
  });

  const somebody = async (name = 'Priya') => {
    const person = { id: ids(), name, email: `${ids()}@harbour.example`, createdAt: clock.now() };
    await at.db.asFederation((tx) => tx.insert(people).values(person));
    return person;
  };

  test('somebody who joins has the roles they were given, in this house alone', async () => {
    const { id } = await somebody();
    const joined = await memberships.join(north, { personId: id, roles: ['member', 'operator', 'member'] });
    expect(joined).toMatchObject({
      ok: true,
      value: { coopId: north, personId: id, roles: ['member', 'operator'], since: clock.now(), until: null },
    });
    expect(await memberships.rolesIn(north, id)).toEqual(['member', 'operator']);
    expect(await memberships.rolesIn(south, id)).toEqual([]);
  });

  test('nobody joins twice, without a role, or without existing', async () => {
    const { id } = await somebody();
    await memberships.join(north, { personId: id, roles: ['member'] });
    const again = await memberships.join(north, { personId: id, roles: ['admin'] });
    expect(again).toEqual({ ok: false, error: 'already-member' });
    expect(await memberships.rolesIn(north, id)).toEqual(['member']);
    expect(await memberships.join(south, { personId: id, roles: [] })).toEqual({
      ok: false,
      error: 'no-role',
    });
    expect(await memberships.join(south, { personId: ids(), roles: ['member'] })).toEqual({
      ok: false,
      error: 'unknown-person',
    });
  });

  test('many who let in the same person at once let them in once', async () => {
    const { id } = await somebody();
    const joins = Array.from({ length: 6 }, () =>
      memberships.join(north, { personId: id, roles: ['member'] }),
    );
    expect((await Promise.all(joins)).filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a membership has a first and a last moment', async () => {
    const { id } = await somebody();
    await memberships.join(north, {
      personId: id,
      roles: ['member'],
      since: new Date(clock.now().getTime() + dayMs),
    });
    expect(await memberships.rolesIn(north, id)).toEqual([]);
    clock.turn(dayMs);
    expect(await memberships.rolesIn(north, id)).toEqual(['member']);
    const ended = await memberships.end(north, id);
    expect(ended).toMatchObject({ ok: true, value: { until: clock.now() } });
    expect(await memberships.rolesIn(north, id)).toEqual([]);
    expect(await memberships.end(north, id)).toEqual({ ok: false, error: 'not-member' });
  });

  test('who has left may come back', async () => {
    const { id } = await somebody();
    await memberships.join(north, { personId: id, roles: ['admin'] });
    await memberships.end(north, id);
    clock.turn(dayMs);
    expect(await memberships.join(north, { personId: id, roles: ['member'] })).toMatchObject({ ok: true });
    expect(await memberships.rolesIn(north, id)).toEqual(['member']);
  });

  test('roles change by the same house only', async () => {
    const { id } = await somebody();
    await memberships.join(north, { personId: id, roles: ['member'] });
    expect(await memberships.setRoles(south, id, ['admin'])).toEqual({ ok: false, error: 'not-member' });
    expect(await memberships.setRoles(north, id, [])).toEqual({ ok: false, error: 'no-role' });
    expect(await memberships.setRoles(north, id, ['treasurer', 'treasurer'])).toMatchObject({ ok: true });
    expect(await memberships.rolesIn(north, id)).toEqual(['treasurer']);
  });

  test('the members of a house are listed with their names', async () => {
    const [first, second, gone] = [await somebody('Ann'), await somebody('سلمى'), await somebody('Gone')];
    for (const { id } of [first, second, gone]) {
      clock.turn(1_000);
      await memberships.join(south, { personId: id, roles: ['member'] });
    }
    await memberships.end(south, gone.id);
    const listed = await memberships.membersOf(south);
    expect(listed.map(({ personId, name, email }) => ({ personId, name, email }))).toEqual(
      [first, second].map(({ id, name, email }) => ({ personId: id, name, email })),
    );
  });

  test('who let whom in, and out, is in the audit log of the house, without a name', async () => {
    const [{ id }, admin] = [await somebody('Known By Name'), await somebody()];
    await memberships.join(south, { personId: id, roles: ['member'], actorId: admin.id });
    await memberships.setRoles(south, id, ['admin'], admin.id);
    await memberships.end(south, id, admin.id);
    const log = await at.asOwner(
      `select coop_id, actor_id, act, detail from audit where subject = 'person:${id}' order by at, id`,
    );
    const by = { coop_id: south, actor_id: admin.id };
    expect(log).toEqual([
      { ...by, act: 'membership.join', detail: { roles: ['member'] } },
      { ...by, act: 'membership.set-roles', detail: { roles: ['admin'] } },
      { ...by, act: 'membership.end', detail: {} },
    ]);
  });
});
