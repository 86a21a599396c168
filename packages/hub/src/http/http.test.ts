import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { App, Asker, HouseHere } from '../route/index.ts';
import { askerOf, houseOf, Refusal } from '../route/index.ts';
import { createHttp, type HttpOptions } from './index.ts';

const tisserie: HouseHere = {
  id: 'a',
  slug: 'tisserie',
  name: 'La <Tisserie>',
  paint: '#8d2f63',
  mark: 'weave',
  languages: ['fr', 'en'],
  base: '/c/tisserie',
  address: 'http://127.0.0.1:8080/c/tisserie',
};
const noemie: Asker = {
  sessionId: 's',
  person: { id: 'p', name: 'Noémie', email: 'noemie@latisserie.example', language: 'fr' },
  roles: ['member'],
};

let app: App;
let options: HttpOptions;
let folder: string;
let changed: (houseId: string) => void = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-http-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'a.js'), 'export {}');
  await writeFile(
    join(folder, 'index.html'),
    '<html lang="__LANG__"><title>__TITLE__</title><meta content="__BASE__"><a href="__SOURCE__">',
  );
  options = {
    host: '127.0.0.1',
    port: 0,
    url: new URL('http://127.0.0.1:8080/'),
    tls: null,
    trustProxy: [],
    webRoot: folder,
    sourceUrl: 'https://git.example/koinon?a=1&b="2"',
    version: '0',
    log: pino({ enabled: false }),
    findHouse: async (place) => {
      if (place.by === 'slug') return place.slug === 'tisserie' ? tisserie : null;
      return place.host === 'salles.latisserie.example' ? { ...tisserie, base: '' } : null;
    },
    findAsker: async (token) => (token === 'hers' ? noemie : null),
    isHouseHost: async (host) => host === 'salles.latisserie.example',
    onHouseChange: (heard) => {
      changed = heard;
    },
    checkHealth: async () => undefined,
    rooms: [
      (routes) => {
        const Body = z.object({ name: z.string().min(1).max(5), many: z.int().optional() });
        routes.post('/api/rooms', { config: { act: 'rooms.make' }, schema: { body: Body } }, (request) => ({
          house: houseOf(request).slug,
          person: askerOf(request).person.id,
        }));
        routes.get('/api/outbox', { config: { act: 'outbox.read' } }, () => {
          throw new TypeError('secret detail');
        });
        routes.get('/api/desk/servers', { config: { act: 'desk.read' } }, () => ({}));
        routes.get('/api/links/:link', { config: { act: 'door.read' } }, () => {
          throw new Refusal('too-many', { retryAfterS: 7 });
        });
        const Params = z.object({ id: z.uuid() });
        routes.get(
          '/api/rooms/:id',
          { config: { act: 'session.read' }, schema: { params: Params } },
          () => ({}),
        );
      },
    ],
  };
  app = await createHttp(options);
  await app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const hers = { host: '127.0.0.1:8080', cookie: 'koinon=hers' };
const make = (payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/c/tisserie/api/rooms',
    headers: { ...hers, 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

test('a path below /c/<slug> is in that house, with its asker', async () => {
  const answer = await make({ name: 'Cour' });
  expect(answer.json()).toEqual({ house: 'tisserie', person: 'p' });
});

test('a host name of its own is the same house', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/rooms',
    headers: { ...hers, host: 'salles.latisserie.example', origin: 'http://salles.latisserie.example' },
    payload: { name: 'Cour' },
  });
  // The other port makes it another origin.
  expect(answer.json()).toEqual({ error: { code: 'foreign-origin' } });
  const own = await app.inject({
    method: 'POST',
    url: '/api/rooms',
    headers: {
      ...hers,
      host: 'salles.latisserie.example:8080',
      origin: 'http://salles.latisserie.example:8080',
    },
    payload: { name: 'Cour' },
  });
  expect(own.json()).toEqual({ house: 'tisserie', person: 'p' });
});

test.each([
  ['an empty name', { name: '' }, { name: 'too-short' }],
  ['a long name', { name: 'abcdef' }, { name: 'too-long' }],
  ['no name', {}, { name: 'missing' }],
  ['a number as name', { name: 5 }, { name: 'malformed' }],
  ['two wrong fields', { name: '', many: 'x' }, { name: 'too-short', many: 'malformed' }],
  ['no object', [], { body: 'malformed' }],
])('%s is named, field by field', async (_what, payload, fields) => {
  const answer = await make(payload);
  expect([answer.statusCode, answer.json()]).toEqual([400, { error: { code: 'invalid', fields } }]);
});

test('a body that is no JSON, or far too large, is refused', async () => {
  expect((await make('{"name":')).json()).toEqual({ error: { code: 'invalid' } });
  const large = await make({ name: 'x'.repeat(100_000) });
  expect([large.statusCode, large.json()]).toEqual([413, { error: { code: 'invalid' } }]);
});

test('a page of another origin changes nothing', async () => {
  const refused = { error: { code: 'foreign-origin' } };
  expect((await make({ name: 'a' }, { origin: 'https://elsewhere.example' })).json()).toEqual(refused);
  expect((await make({ name: 'a' }, { origin: 'null' })).json()).toEqual(refused);
  expect((await make({ name: 'a' }, { 'sec-fetch-site': 'cross-site' })).json()).toEqual(refused);
  const own = await make({ name: 'a' }, { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' });
  expect(own.statusCode).toBe(200);
});

test('a forged Host header is refused, and a page leads to the configured address', async () => {
  const forged = { ...hers, host: 'evil.example' };
  const api = await app.inject({ url: '/api/outbox', headers: forged });
  expect([api.statusCode, api.json()]).toEqual([403, { error: { code: 'foreign-origin' } }]);
  const page = await app.inject({ url: '/c/tisserie/r/cercle?a=b', headers: forged });
  expect([page.statusCode, page.headers.location]).toEqual([
    307,
    'http://127.0.0.1:8080/c/tisserie/r/cercle?a=b',
  ]);
});

test.each(['//elsewhere.example/x', '/\\elsewhere.example/x', 'http://elsewhere.example/x', '//'])(
  'under a forged Host, %s leads to no other host',
  async (path) => {
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    // By hand: a client would tidy the address up.
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
      });
      socket.on('error', reject).on('end', () => resolve(heard));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 307 /);
    expect(answer).toContain('\r\nlocation: http://127.0.0.1:8080/\r\n');
  },
);

test('who may not is told so, and who is nobody is asked to sign in', async () => {
  const stranger = await app.inject({ url: '/c/tisserie/api/desk/servers', headers: { host: hers.host } });
  expect([stranger.statusCode, stranger.json()]).toEqual([401, { error: { code: 'not-signed-in' } }]);
  const member = await app.inject({ url: '/c/tisserie/api/desk/servers', headers: hers });
  expect([member.statusCode, member.json()]).toEqual([403, { error: { code: 'not-allowed' } }]);
});

test('a bug of ours is 500 with a number, and says nothing else', async () => {
  const answer = await app.inject({ url: '/api/outbox', headers: hers });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({
    error: { code: 'internal', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
  });
});

test('a refusal has its status, its details and its header', async () => {
  const answer = await app.inject({ url: '/api/links/x', headers: hers });
  expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toEqual([
    429,
    '7',
    { error: { code: 'too-many', retryAfterS: 7 } },
  ]);
});

test.each([
  '/api/rooms/not-a-uuid',
  '/api/nothing',
  '/c/nowhere/api/nothing',
  '/assets/none.js',
  `/api/rooms/${'a'.repeat(300)}`,
  '/c/tisserie/api/rooms/%zz',
  '/api/rooms/%E0%A4?a=%',
])('%s is not there', async (url) => {
  const answer = await app.inject({ url, headers: hers });
  expect([answer.statusCode, answer.json()]).toEqual([404, { error: { code: 'not-found' } }]);
});

test('a page wears its house, in the language of the reader, and nothing of it can break out', async () => {
  const page = await app.inject({
    url: '/c/tisserie/r/cercle-du-mardi',
    headers: { ...hers, 'accept-language': 'en-GB,en;q=0.9' },
  });
  expect(page.statusCode).toBe(200);
  expect(page.body).toBe(
    '<html lang="en"><title>La &#60;Tisserie&#62;</title><meta content="/c/tisserie">' +
      '<a href="https://git.example/koinon?a=1&#38;b=&#34;2&#34;">',
  );
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  const nowhere = await app.inject({ url: '/c/tisserie/no/such/page', headers: hers });
  expect([nowhere.statusCode, nowhere.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});

test.each(['/%', '/c/tisserie/%E0%A4', '/c/tisserie/r/a/%00?x=%', `/c/tisserie/${'a'.repeat(300)}`])(
  'the malformed address %s shows the page for what is not there',
  async (url) => {
    const page = await app.inject({ url, headers: hers });
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.headers['x-frame-options']).toBe('DENY');
  },
);

test('the paint and the mark are files', async () => {
  const css = await app.inject({ url: '/c/tisserie/brand.css', headers: hers });
  expect(css.body).toMatch(/^:root\{--brand:#8d2f63\}/);
  const mark = await app.inject({ url: '/c/tisserie/mark.svg', headers: hers });
  expect(mark.body).toMatch(/^<svg .* fill="#8d2f63">/);
});

test('pages of a house hear that it changed, also about the last of many changes', async () => {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = new AbortController();
  const { request } = await import('node:http');
  const text = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const asked = request(
      { port, host: '127.0.0.1', path: '/c/tisserie/api/events', headers: hers, signal: stop.signal },
      (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
        response.on('data', (chunk: Buffer) => {
          heard += chunk.toString();
          if (heard === 'retry: 2000\n\n') for (let n = 0; n < 50; n++) changed('a');
          if (heard.split('event: rooms').length === 3) resolve(heard);
        });
      },
    );
    asked.on('error', reject).end();
  });
  stop.abort();
  expect(text).toBe('retry: 2000\n\nevent: rooms\ndata:\n\nevent: rooms\ndata:\n\n');
});

test('one network hears of changes on 500 pages, and again when some are closed', async () => {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { Agent, request } = await import('node:http');
  const agent = new Agent({ keepAlive: false });
  const hear = () =>
    new Promise<number>((resolve, reject) => {
      const asked = request(
        { port, agent, host: '127.0.0.1', path: '/c/tisserie/api/events', headers: hers },
        (response) => {
          response.on('error', () => undefined).resume();
          resolve(response.statusCode ?? 0);
        },
      );
      asked.on('error', reject).end();
    });
  expect(new Set(await Promise.all(Array.from({ length: 500 }, () => hear())))).toEqual(new Set([200]));
  expect(await hear()).toBe(429);
  const refused = await app.inject({ url: '/c/tisserie/api/events', headers: hers });
  expect([refused.headers['retry-after'], refused.json()]).toEqual([
    '60',
    { error: { code: 'too-many', retryAfterS: 60 } },
  ]);
  agent.destroy();
  await expect.poll(() => hear()).toBe(200);
  agent.destroy();
});

test('a route below /api that names no act does not start', async () => {
  const forgotten = createHttp({ ...options, rooms: [(routes) => routes.get('/api/forgotten', () => ({}))] });
  await expect(forgotten).rejects.toThrow('/api/forgotten names no act');
});
