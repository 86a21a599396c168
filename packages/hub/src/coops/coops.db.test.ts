import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAudit } from '../audit/index.ts';
import { handClock } from '../clock/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createIds } from '../ids/index.ts';
import { type CoopMake, type Coops, createCoops, houseIds } from './index.ts';

const harbour: CoopMake = {
  slug: 'harbour',
  name: 'Harbour Street',
  hosts: ['Rooms.Harbour.Example', 'a.harbour.example'],
  paint: '#0A5F78',
  mark: 'waves',
  languages: ['en', 'fr'],
  currency: 'GBP',
  timeZone: 'Europe/London',
  operator: true,
};

testDatabases('co-ops', (at) => {
  const clock = handClock();
  const ids = createIds(clock);
  const open = () =>
    createCoops({
      doors: at.db,
      clock,
      ids,
      audit: createAudit({ clock, ids }),
      url: new URL('https://meet.example.coop'),
    });
  let here: Coops;
  /** Another hub on the same database. */
  let there: Coops;

  beforeAll(async () => {
    [here, there] = [await open(), await open()];
  });
  afterAll(async () => {
    await here.close();
    await there.close();
  });

  test('a co-op is found by its slug, its host names and its id', async () => {
    const made = await here.make(harbour);
    expect(made).toMatchObject({
      ok: true,
      value: { slug: 'harbour', paint: '#0a5f78', hosts: ['rooms.harbour.example', 'a.harbour.example'] },
    });
    const id = made.ok ? made.value.id : '';
    const bySlug = await here.findHouse({ by: 'slug', slug: 'harbour' });
    expect(bySlug).toEqual({
      id,
      slug: 'harbour',
      name: 'Harbour Street',
      paint: '#0a5f78',
      mark: 'waves',
      languages: ['en', 'fr'],
      base: '/c/harbour',
      address: 'https://rooms.harbour.example',
    });
    for (const host of ['rooms.harbour.example', 'A.HARBOUR.example']) {
      expect(await here.findHouse({ by: 'host', host })).toEqual({ ...bySlug, base: '' });
      expect(await here.isHouseHost(host)).toBe(true);
    }
    expect(await here.houseOf(id)).toEqual({ ...bySlug, base: '' });
    const { hosts: _, ...view } = { ...harbour, paint: '#0a5f78' };
    expect(await here.viewOf(id)).toEqual(view);
    expect(await here.houses()).toEqual([
      { name: 'Harbour Street', address: 'https://rooms.harbour.example' },
    ]);
    expect(await at.db.asFederation(houseIds)).toEqual([id]);
  });

  test('what is not there is null', async () => {
    expect(await here.findHouse({ by: 'slug', slug: 'nowhere' })).toBeNull();
    expect(await here.findHouse({ by: 'host', host: 'harbour.example' })).toBeNull();
    expect(await here.isHouseHost('constructor')).toBe(false);
    expect(await here.houseOf(ids())).toBeNull();
    expect(await here.viewOf(ids())).toBeNull();
  });

  test('another hub hears of a new co-op and of a new host name', async () => {
    expect(await there.findHouse({ by: 'slug', slug: 'tisserie' })).toBeNull();
    const made = await here.make({ ...harbour, slug: 'tisserie', name: 'La Tisserie', hosts: [] });
    if (!made.ok) throw new Error(made.error.code);
    await vi.waitFor(async () =>
      expect((await there.findHouse({ by: 'slug', slug: 'tisserie' }))?.address).toBe(
        'https://meet.example.coop/c/tisserie',
      ),
    );
    expect(await here.addHost(made.value.id, 'Salles.LaTisserie.example')).toMatchObject({ ok: true });
    await vi.waitFor(async () => expect(await there.isHouseHost('salles.latisserie.example')).toBe(true));
  });

  test('a hub that missed the notice finds out within half a minute', async () => {
    const before = await there.findHouse({ by: 'slug', slug: 'tisserie' });
    await at.asOwner(`update coops set name = 'Le Métier' where slug = 'tisserie'`);
    expect(await there.findHouse({ by: 'slug', slug: 'tisserie' })).toEqual(before);
    clock.turn(30_000);
    expect((await there.findHouse({ by: 'slug', slug: 'tisserie' }))?.name).toBe('Le Métier');
  });

  test('a slug and a host name are one co-op’s, and nothing is half made', async () => {
    expect(await here.make(harbour)).toEqual({ ok: false, error: { code: 'slug-taken' } });
    const taken = { ...harbour, slug: 'fresh', hosts: ['new.example', 'a.harbour.example'] };
    expect(await here.make(taken)).toEqual({
      ok: false,
      error: { code: 'host-taken', host: 'a.harbour.example' },
    });
    expect(await here.isHouseHost('new.example')).toBe(false);
    expect(await here.findHouse({ by: 'slug', slug: 'fresh' })).toBeNull();
    const tisserie = await here.findHouse({ by: 'slug', slug: 'tisserie' });
    expect(await here.addHost(tisserie?.id ?? '', 'a.harbour.example')).toMatchObject({
      ok: false,
      error: { code: 'host-taken' },
    });
    expect(await here.addHost(ids(), 'b.harbour.example')).toEqual({ ok: false, error: { code: 'unknown' } });
  });

  test('two that are made at once with one slug are one', async () => {
    const twins = [
      here.make({ ...harbour, slug: 'twin', hosts: [] }),
      there.make({ ...harbour, slug: 'twin', hosts: [] }),
    ];
    expect((await Promise.all(twins)).map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test.each<[string, Partial<CoopMake>]>([
    ['slug', { slug: 'Harbour' }],
    ['slug', { slug: '-x' }],
    ['slug', { slug: 'a/b' }],
    ['slug', { slug: 'x'.repeat(64) }],
    ['name', { name: ' \u200B ' }],
    ['name', { name: 'x'.repeat(300) }],
    ['hosts', { hosts: ['localhost'] }],
    ['hosts', { hosts: ['a.example:8080'] }],
    ['hosts', { hosts: ['http://a.example'] }],
    ['hosts', { hosts: ['127.0.0.1'] }],
    ['paint', { paint: 'red' }],
    ['paint', { paint: '#fff;}' }],
    ['languages', { languages: [] }],
    ['languages', { languages: ['en', 'en'] }],
    ['currency', { currency: 'XYZ' }],
    ['timeZone', { timeZone: 'Europe/Nowhere' }],
    ['timeZone', { timeZone: '+02:00' }],
  ])('with a wrong %s nothing is made: %j', async (field, wrong) => {
    const made = await here.make({ ...harbour, slug: 'wrong', hosts: [], ...wrong });
    const wrongFields = !made.ok && made.error.code === 'invalid' ? made.error.issues : [];
    expect(wrongFields.map(({ path }) => path[0])).toEqual([field]);
  });

  test('making a co-op is in the audit log', async () => {
    const made = await here.make({ ...harbour, slug: 'noted', hosts: [] });
    const log = await at.asOwner(
      `select act, subject, actor_id, detail from audit where detail ->> 'slug' = 'noted'`,
    );
    expect(log).toEqual([
      {
        act: 'coops.make',
        subject: `coop:${made.ok ? made.value.id : ''}`,
        actor_id: null,
        detail: { slug: 'noted', operator: true },
      },
    ]);
  });
});
