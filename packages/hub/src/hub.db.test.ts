import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ask, inDatabase } from './db/testing/postgres.ts';
import { testSecret } from './db/testing/test-keys.ts';
import { CannotFound, type Hub, type HubOptions, startHub } from './index.ts';

const coop = {
  slug: 'orchard',
  name: 'The Orchard',
  paint: '#336633',
  mark: 'table' as const,
  languages: ['en' as const],
  currency: 'EUR',
  timeZone: 'Europe/Dublin',
  operator: true,
};
const admin = { name: 'Aoife Byrne', email: 'aoife@orchard.example' };

let webRoot: string;
beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'koinon-web-'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>__TITLE__</title>');
});
afterAll(() => rm(webRoot, { recursive: true, force: true }));

describe.each(['PGlite', 'PostgreSQL'])('a hub on %s', (kind) => {
  const database = `hub_${process.pid}`;
  let dataDir: string;
  let options: HubOptions;
  let hub: Hub;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'koinon-hub-'));
    const cluster = inject('koinonPostgres');
    if (kind === 'PostgreSQL') await ask(cluster.url, `create database ${database}`);
    options = {
      host: '127.0.0.1',
      port: 0,
      url: new URL('http://127.0.0.1'),
      dataDir,
      databaseUrl: kind === 'PostgreSQL' ? inDatabase(cluster.url, database) : null,
      secret: testSecret,
      tls: null,
      trustProxy: [],
      smtp: null,
      mailFrom: 'Koinon <koinon@orchard.example>',
      demo: false,
      allowOutbound: [],
      webRoot,
      log: pino({ level: 'silent' }),
    };
    hub = await startHub(options);
  }, 180_000);
  afterAll(async () => {
    await hub?.close();
    await rm(dataDir, { recursive: true, force: true });
    if (kind === 'PostgreSQL') {
      await ask(inject('koinonPostgres').superUrl, `drop database ${database} with (force)`);
    }
  }, 60_000);

  test('puts its real port into its address and answers', async () => {
    expect(hub.url.href).toBe(`http://127.0.0.1:${hub.port}/`);
    expect(await (await fetch(new URL('/health', hub.url))).json()).toMatchObject({ ok: true });
  });

  test('founds a co-op with its admin, and not the same twice', async () => {
    expect(await hub.found({ coop, admin })).toEqual({ address: `http://127.0.0.1:${hub.port}/c/orchard` });
    await expect(hub.found({ coop, admin })).rejects.toMatchObject({
      name: 'CannotFound',
      code: 'slug-taken',
      fields: ['coop.slug'],
    });
    const session = await (await fetch(new URL('/c/orchard/api/session', hub.url))).json();
    expect(session).toMatchObject({ house: { name: 'The Orchard', currency: 'EUR' }, person: null });
  });

  test('says which parts of a founding are wrong, and writes nothing', async () => {
    const wrong = { coop: { ...coop, slug: 'Big House', timeZone: 'Mars' }, admin };
    const refused = await hub.found(wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CannotFound);
    expect(refused).toMatchObject({ code: 'invalid', fields: ['coop.slug', 'coop.timeZone'] });
    const nobody = { coop: { ...coop, slug: 'other' }, admin: { name: ' ', email: 'no address' } };
    expect(await hub.found(nobody).catch((error: unknown) => error)).toMatchObject({
      code: 'invalid',
      fields: ['admin.name', 'admin.email'],
    });
    expect((await fetch(new URL('/c/other/brand.css', hub.url))).status).toBe(200);
    const { houses } = (await (await fetch(new URL('/api/session', hub.url))).json()) as {
      houses: unknown[];
    };
    expect(houses).toEqual([{ name: 'The Orchard', address: `http://127.0.0.1:${hub.port}/c/orchard` }]);
  });

  test('has no outbox page outside the demo', async () => {
    expect((await fetch(new URL('/c/orchard/api/outbox', hub.url))).status).toBe(404);
  });

  test('finds a busy port, closes what it had opened, and keeps everything when it starts again', async () => {
    await hub.close();
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    await expect(startHub({ ...options, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    busy.close();
    hub = await startHub(options);
    expect((await fetch(new URL('/c/orchard/api/session', hub.url))).status).toBe(200);
    const { house } = (await (await fetch(new URL('/c/orchard/api/session', hub.url))).json()) as {
      house: { slug: string };
    };
    expect(house.slug).toBe('orchard');
  }, 120_000);

  test('admits a person with roles, changes them, and refuses what cannot be', async () => {
    const person = { name: 'Tomás Ó Briain', email: 'tomas@orchard.example' };
    expect(await hub.admit({ coop: 'orchard', person, roles: ['operator'] })).toEqual({
      address: `http://127.0.0.1:${hub.port}/c/orchard`,
      roles: ['member', 'operator'],
    });
    expect((await hub.admit({ coop: 'orchard', person, roles: [] })).roles).toEqual(['member']);
    const refused = (change: object) => hub.admit({ coop: 'orchard', person, roles: [], ...change });
    await expect(refused({ coop: 'nowhere' })).rejects.toMatchObject({ code: 'no-coop' });
    await expect(refused({ roles: ['queen'] })).rejects.toMatchObject({ code: 'no-such-role' });
    await expect(refused({ person: { name: 'X', email: 'x' } })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('shares PostgreSQL with another hub, and its embedded database with none', async () => {
    if (kind === 'PostgreSQL') {
      const other = await startHub(options);
      expect((await fetch(new URL('/health', other.url))).status).toBe(200);
      await other.close();
    } else {
      const other = startHub(options);
      await expect(other).rejects.toMatchObject({ name: 'DataFolderInUse', pid: process.pid });
    }
    expect((await fetch(new URL('/health', hub.url))).status).toBe(200);
  });
});
