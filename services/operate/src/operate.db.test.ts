import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRoles, migrateIn, migrations, pendingIn } from '@koinon/hub/upkeep';
import { openDataFolder } from '@koinon/settings';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringBack } from './bring-back.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { makeBackup } from './make-backup.ts';
import { pglitePlace, postgresPlace, type TestPlace } from './testing/places.ts';

const now = new Date('2026-11-20T12:00:00Z');
const MARKER = 'create table public.marker (word text); insert into public.marker values ($$kept$$)';

describe.each([
  ['PGlite', pglitePlace],
  ['PostgreSQL', postgresPlace],
] as const)('on %s', (_kind, makePlace) => {
  const places: TestPlace[] = [];
  let place: TestPlace;
  let shelf: string;
  let file: string;

  const another = async () => {
    const made = await makePlace();
    places.push(made);
    return made;
  };
  beforeEach(async () => {
    place = await another();
    shelf = await mkdtemp(join(tmpdir(), 'koinon-shelf-'));
    file = join(shelf, 'archive.tar.gz');
  });
  afterEach(async () => {
    for (const made of places.splice(0)) await made.remove();
    await rm(shelf, { recursive: true });
  });

  /** An installation with something in every part that is kept. */
  async function furnish(): Promise<void> {
    await mkdir(join(place.dataDir, 'hall/journals'), { recursive: true });
    await writeFile(join(place.dataDir, 'secret'), 's'.repeat(43), { mode: 0o600 });
    await writeFile(join(place.dataDir, 'hall/secret'), 'h'.repeat(43), { mode: 0o600 });
    await writeFile(join(place.dataDir, 'hall/journals/one'), 'said');
    await writeFile(join(place.dataDir, 'hall/journals/hall.lock'), '');
    await migrateIn(place);
    await place.sql(MARKER);
  }

  test('an archive brings everything back in an empty place', async () => {
    await furnish();
    await makeBackup(place, file, now);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(shelf)).toEqual(['archive.tar.gz']);

    const other = await another();
    expect(await bringBack(other, file)).toMatchObject({
      manifest: { made: now.toISOString() },
      pending: [],
    });
    // What the doors rest on came along: the policies, and the rights of the roles.
    const question = `select word, (select count(*) from pg_policies)::int as policies,
      (select count(*) from information_schema.role_table_grants where grantee like 'koinon%')::int as rights from marker`;
    const answer = await other.sql(question);
    expect(answer).toMatchObject([{ word: 'kept' }]);
    expect(answer).toEqual(await place.sql(question));
    expect(await readFile(join(other.dataDir, 'hall/journals/one'), 'utf8')).toBe('said');
    expect((await stat(join(other.dataDir, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(other.dataDir, 'hall/journals'))).toEqual(['one']);
  });

  test('nothing is written over', async () => {
    await furnish();
    await makeBackup(place, file, now);
    await expect(makeBackup(place, file, now)).rejects.toThrow(`${file} is there already.`);
    await expect(bringBack(place, file)).rejects.toThrow(`The data folder ${place.dataDir} is not empty`);
    expect(await place.sql('select word from public.marker')).toEqual([{ word: 'kept' }]);
  });

  test('what is no archive, or not a whole one, leaves the place empty', async () => {
    await furnish();
    await makeBackup(place, file, now);
    const cut = (await stat(file)).size / 2;
    const other = await another();
    await truncate(file, Math.floor(cut));
    await expect(bringBack(other, file)).rejects.toThrow(
      `${file} is no archive of Koinon, or not a whole one.`,
    );
    await writeFile(file, 'a letter');
    await expect(bringBack(other, file)).rejects.toThrow(
      `${file} is no archive of Koinon, or not a whole one.`,
    );
    await expect(bringBack(other, join(shelf, 'nowhere'))).rejects.toThrow('There is no file');
    expect((await readdir(other.dataDir)).filter((name) => !name.startsWith('open.lock'))).toEqual([]);
  });

  describe('an upgrade', () => {
    const [first, ...rest] = migrations();
    if (first === undefined) throw new Error('There are no migrations.');

    /** The database as the first version left it. */
    async function furnishOld(): Promise<void> {
      if (place.databaseUrl !== null) await makeRoles(place.databaseUrl);
      const roles = ['koinon_coop', 'koinon_federation', 'koinon_jobs']
        .map((role) => `create role ${role};`)
        .join(' ');
      await place.sql(`${place.databaseUrl === null ? roles : ''} begin; ${first?.sql}
        ; insert into koinon.migrations (name, hash) values ('${first?.name}', '${first?.hash}'); commit; ${MARKER}`);
    }

    test('applies what is pending, after a backup and a try on a copy', async () => {
      await furnishOld();
      const steps: string[] = [];
      const { applied, backup } = await bringUpToDate(place, now, (step) => steps.push(step));
      expect(applied).toEqual(rest.map(({ name }) => name));
      expect(steps.map((step) => step.split(':')[0])).toEqual(['Pending', 'Backup', 'Tried on a copy']);
      expect((await stat(backup ?? '')).size).toBeGreaterThan(1_000);
      expect(await place.sql('select word from public.marker')).toEqual([{ word: 'kept' }]);
      expect(await bringUpToDate(place, now, () => undefined)).toEqual({ applied: [], backup: null });
    });

    test('changes nothing when the copy fails', async () => {
      await furnishOld();
      await place.sql('create table public.coops (in_the_way text)');
      await expect(bringUpToDate(place, now, () => undefined)).rejects.toThrow(
        /^On a copy of the database the migration failed: relation "coops" already exists/,
      );
      expect(await pendingIn(place)).toEqual(rest.map(({ name }) => name));
      expect((await readdir(place.dataDir)).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });
});

describe('between the two', () => {
  test('an archive of one database is not forced into the other', async () => {
    const [small, big] = [await pglitePlace(), await postgresPlace()];
    const file = join(await mkdtemp(join(tmpdir(), 'koinon-shelf-')), 'archive.tar.gz');
    await migrateIn(small);
    await makeBackup(small, file, now);
    await expect(bringBack(big, file)).rejects.toThrow('This archive holds the built-in database.');
    await small.remove();
    await big.remove();
  });

  test('the built-in database is not archived while somebody has it open', async () => {
    const place = await pglitePlace();
    await migrateIn(place);
    const open = await openDataFolder(place.dataDir);
    await expect(makeBackup(place, `${place.dataDir}.tar.gz`, now)).rejects.toThrow(
      'is already open in another Koinon',
    );
    open.close();
    await place.remove();
  });
});
