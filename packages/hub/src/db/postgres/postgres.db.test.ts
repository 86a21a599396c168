import { randomBytes } from 'node:crypto';
import { expect, inject, onTestFinished, test } from 'vitest';
import { RolesMissing } from '../errors.ts';
import { openDatabase } from '../open.ts';
import { loginRole } from '../roles.ts';
import { ask, inDatabase } from '../testing/postgres.ts';
import { testSecret } from '../testing/test-keys.ts';
import { loginUrl } from './login-url.ts';

const cluster = inject('koinonPostgres');

test('several hubs that start on an empty database at once migrate it once', async () => {
  const { url } = await emptyDatabase();
  const hubs = await Promise.all([1, 2, 3].map(() => open(url)));
  const [{ count } = {}] = await ask(url, 'select count(*)::int as count from koinon.migrations');
  expect(count).toBeGreaterThan(1);
  for (const hub of hubs) expect(await hub.asFederation(async () => 'in')).toBe('in');
});

test('one hub leads a task; when it goes, another takes over', async () => {
  const { url } = await emptyDatabase();
  const [first, second] = [await open(url), await open(url)];
  expect([await first.lead('a'), await second.lead('a'), await second.lead('b')]).toEqual([
    true,
    false,
    true,
  ]);
  await first.close();
  expect(await second.lead('a')).toBe(true);
});

test('a lost connection is made again: listeners hear of it, and hear what comes after', async () => {
  const { url, name } = await emptyDatabase();
  const db = await open(url);
  const heard: string[] = [];
  const again = Promise.withResolvers<void>();
  await db.listen('test', (payload) => {
    heard.push(payload);
    again.resolve();
  });
  expect(await db.lead('a')).toBe(true);
  await ask(
    cluster.superUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  await again.promise;
  expect(heard).toEqual(['']);
  const told = Promise.withResolvers<void>();
  await db.listen('test', () => told.resolve());
  await ask(url, `select pg_notify('test', 'news')`);
  await told.promise;
  expect(heard).toEqual(['', 'news']);
  expect(await db.lead('a')).toBe(true);
  expect(await db.asFederation(async () => 'in')).toBe('in');
});

test('another secret gives the login another password, and the doors another key', async () => {
  const { url, name } = await emptyDatabase();
  await (await open(url)).close();
  const other = await openDatabase({ databaseUrl: url, dataDir: '', secret: `${testSecret} of another hub` });
  onTestFinished(() => other.close());
  expect(await other.asFederation(async () => 'in')).toBe('in');
  const wrong = ask(loginUrl(url, loginRole(name), 'guessed'), 'select 1');
  await expect(wrong).rejects.toMatchObject({ code: '28P01' });
});

test('the login of another database does not come in', async () => {
  const [a, b] = [await emptyDatabase(), await emptyDatabase()];
  await (await open(a.url)).close();
  await (await open(b.url)).close();
  await ask(cluster.superUrl, `alter role ${loginRole(a.name)} password 'known'`);
  expect(await ask(loginUrl(a.url, loginRole(a.name), 'known'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(ask(loginUrl(b.url, loginRole(a.name), 'known'), 'select 1')).rejects.toMatchObject({
    code: '42501',
  });
});

test('an owner who may not make roles is told what an administrator runs once, and then works', async () => {
  const owner = `plain_${randomBytes(6).toString('hex')}`;
  await ask(cluster.superUrl, `create role ${owner} login password 'plain'`);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(cluster.superUrl, `create database ${name} owner ${owner}`);
  onTestFinished(async () => {
    await ask(cluster.superUrl, `drop database ${name} with (force)`);
  });
  const url = loginUrl(inDatabase(cluster.url, name), owner, 'plain');
  const refused = await open(url).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RolesMissing);
  await ask(cluster.superUrl, (refused as RolesMissing).sql);
  expect(await (await open(url)).asFederation(async () => 'in')).toBe('in');
});

async function emptyDatabase(): Promise<{ url: string; name: string }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(cluster.url, `create database ${name}`);
  onTestFinished(async () => {
    await ask(cluster.superUrl, `drop database if exists ${name} with (force)`);
  });
  return { url: inDatabase(cluster.url, name), name };
}

async function open(url: string) {
  const db = await openDatabase({ databaseUrl: url, dataDir: '', secret: testSecret });
  onTestFinished(() => db.close().catch(() => undefined));
  return db;
}
