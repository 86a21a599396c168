import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../audit/tables.ts';
import { testDatabases } from '../db/testing/index.ts';
import { startTestHouses, type TestHouses } from '../meetings/testing/test-house.ts';
import {
  type ScriptedBigBlueButton,
  startScriptedBigBlueButton,
} from './drivers/bbb/scripted-bigbluebutton/index.ts';
import { servers } from './tables.ts';

testDatabases('the desk', (at) => {
  let houses: TestHouses;
  let engine: ScriptedBigBlueButton;

  beforeAll(async () => {
    houses = await startTestHouses(at.db, { allowOutbound: ['127.0.0.1'] });
    engine = await startScriptedBigBlueButton({ version: '3.0' });
  });
  afterAll(async () => {
    await houses.close();
    await engine.close();
  });

  const attach = (given: object, by: 'tom' | 'priya' | 'amadou' = 'tom') =>
    houses.browser(by).ask('POST', '/api/desk/servers', {
      name: 'Leith 1',
      kind: 'bbb',
      api: engine.api,
      secret: engine.secret,
      ...given,
    });
  const refused = async (answer: ReturnType<typeof attach>) => {
    const { status, body } = await answer;
    return [status, body.error.code];
  };
  const list = async () => (await houses.browser('tom').ask('GET', '/api/desk/servers')).body;

  test('only operators come to the desk', async () => {
    for (const name of ['priya', 'amadou'] as const) {
      expect((await houses.browser(name).ask('GET', '/api/desk/servers')).status).toBe(403);
      expect(await refused(attach({}, name))).toEqual([403, 'not-allowed']);
    }
    expect((await houses.browser().ask('GET', '/api/desk/servers', undefined, 'harbour')).status).toBe(401);
  });

  test('what cannot be a server is refused, each for its own reason, and nothing is saved', async () => {
    const page = createServer((_, response) => response.end('<html>A page</html>'));
    await new Promise<void>((done) => page.listen(0, '127.0.0.1', done));
    const { port } = page.address() as AddressInfo;
    const api = `http://127.0.0.1:${port}/bigbluebutton/api`;
    expect(await refused(attach({ api }))).toEqual([422, 'server-not-bbb']);
    await new Promise((done) => page.close(done));
    expect(await refused(attach({ api }))).toEqual([422, 'server-unreachable']);
    expect(await refused(attach({ secret: 'not it' }))).toEqual([422, 'server-secret-wrong']);
    expect(await refused(attach({ api: 'http://10.0.0.1/bigbluebutton/api' }))).toEqual([
      422,
      'server-address-barred',
    ]);
    expect((await attach({ api: 'ftp://bbb.example/' })).body.error).toEqual({
      code: 'invalid',
      fields: { api: 'malformed' },
    });
    expect((await attach({ name: ' ', secret: '' })).body.error).toEqual({
      code: 'invalid',
      fields: { name: 'too-short', secret: 'too-short' },
    });
    expect(await list()).toEqual([]);
  });

  test('a server is attached once, is next, and its secret is seen nowhere', async () => {
    const attached = await attach({ api: engine.api.replace('/api', '/') });
    expect(attached.status).toBe(201);
    expect(attached.body).toEqual({
      id: expect.any(String),
      name: 'Leith 1',
      kind: 'bbb',
      api: engine.api,
      state: 'enabled',
      health: 'up',
      downSince: null,
      version: null,
      meetings: 0,
      people: 0,
      next: true,
    });
    expect(await refused(attach({ name: 'Again' }))).toEqual([422, 'server-known']);
    expect(JSON.stringify(await list())).not.toContain(engine.secret);
    const rows = await at.db.asCoop(houses.harbour.id, (tx) => tx.select().from(servers));
    expect(JSON.stringify(rows)).not.toContain(engine.secret);
    const noted = await at.db.asCoop(houses.harbour.id, (tx) => tx.select().from(audit));
    expect(noted).toMatchObject([
      { actorId: houses.ids.tom, act: 'desk.attach', subject: `server:${attached.body.id}` },
    ]);
  });

  test('exactly one server is next', async () => {
    const second = await startScriptedBigBlueButton({ version: '2.7' });
    const { body } = await attach({ name: 'Leith 2', api: second.api, secret: second.secret });
    expect(body.next).toBe(false);
    const nexts = async () =>
      (await list()).map(({ name, next }: { name: string; next: boolean }) => [name, next]);
    const change = (id: string, to: object) =>
      houses.browser('tom').ask('PATCH', `/api/desk/servers/${id}`, to);
    expect((await change(body.id, { next: true })).body).toMatchObject({ name: 'Leith 2', next: true });
    expect(await nexts()).toEqual([
      ['Leith 1', false],
      ['Leith 2', true],
    ]);
    const [first] = await list();
    await change(first.id, { next: true, name: 'Leith one' });
    expect(await nexts()).toEqual([
      ['Leith one', true],
      ['Leith 2', false],
    ]);
    expect((await houses.browser('tom').ask('DELETE', `/api/desk/servers/${body.id}`)).status).toBe(204);
    expect((await houses.browser('tom').ask('DELETE', `/api/desk/servers/${body.id}`)).status).toBe(404);
    expect((await change(body.id, { next: true })).status).toBe(404);
    await second.close();
  });

  test('silence is seen after one look and an outage after two; one answer ends it', async () => {
    const fragile = await startScriptedBigBlueButton({ version: '4.0' });
    const { body } = await attach({ name: 'Fragile', api: fragile.api, secret: fragile.secret });
    const health = async () => {
      await houses.look();
      const found = (await list()).find(({ id }: { id: string }) => id === body.id);
      return [found.health, found.downSince !== null];
    };
    expect(await health()).toEqual(['up', false]);
    await fragile.close();
    expect(await health()).toEqual(['up', false]);
    expect(await health()).toEqual(['down', true]);
    const again = await startScriptedBigBlueButton({
      version: '4.0',
      secret: fragile.secret,
      at: fragile.api,
    });
    expect(await health()).toEqual(['up', false]);
    await again.close();
  });
});
