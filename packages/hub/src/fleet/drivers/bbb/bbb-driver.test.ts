import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { JoinOrder } from '../driver.ts';
import { BbbDriver } from './bbb-driver.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A driver for a server that answers like this. */
async function driverFor(answer: RequestListener, kind: 'hall' | 'bbb' = 'hall') {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bigbluebutton/api`;
  return { server, driver: driverAt(api, kind) };
}

const driverAt = (api: string, kind: 'hall' | 'bbb' = 'hall') =>
  new BbbDriver(
    { kind, api, secret: 's' },
    { fetch: (url, init) => fetch(url, init), isBarred: () => false, timeoutMs: 200, createTimeoutMs: 300 },
  );

const join: JoinOrder = {
  meetingId: 'm1',
  createTime: 1,
  attendeeId: 'a1',
  name: 'Amadou',
  moderator: false,
  guest: true,
  language: null,
  roomUrl: 'https://meet.example/r/x',
};

test('nobody listens there', async () => {
  const { server, driver } = await driverFor(() => {});
  await new Promise((done) => server.close(done));
  expect(await driver.probe()).toEqual({
    ok: false,
    error: { code: 'unreachable', detail: 'no connection' },
  });
});

test('it listens and never answers', async () => {
  const { driver } = await driverFor(() => {});
  expect(await driver.join(join)).toEqual({
    ok: false,
    error: { code: 'unreachable', detail: 'no answer in time' },
  });
});

test('a proxy before a stopped server', async () => {
  const { driver } = await driverFor((_, response) =>
    response.writeHead(502).end('<html>Bad Gateway</html>'),
  );
  expect(await driver.look('m1')).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test.each<[string, RequestListener]>([
  ['a page', (_, response) => response.end('<html>hello</html>')],
  ['nothing', (_, response) => response.end()],
  ['half an answer', (_, response) => response.end('<response><returncode>SUCCESS</returncode><meetings>')],
  ['a way elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('%s is not the API', async (_, answer) => {
  const { driver } = await driverFor(answer);
  expect(await driver.probe()).toMatchObject({ ok: false, error: { code: 'not-bbb' } });
});

test('a refusal keeps the engine’s words', async () => {
  const { driver } = await driverFor((_, response) =>
    response.end(
      '<response><returncode>FAILED</returncode><messageKey>maxParticipantsReached</messageKey><message>Full.</message></response>',
    ),
  );
  expect(await driver.join(join)).toEqual({
    ok: false,
    error: { code: 'refused', detail: 'maxParticipantsReached Full.' },
  });
});

test('an address that a page would run is no address', async () => {
  const { driver } = await driverFor((_, response) =>
    response.end('<response><returncode>SUCCESS</returncode><url>javascript:alert(1)</url></response>'),
  );
  expect(await driver.join(join)).toMatchObject({ ok: false, error: { code: 'not-bbb' } });
});

test('the guard’s refusal is told apart', async () => {
  const driver = new BbbDriver(
    { kind: 'bbb', api: 'http://10.0.0.1/bigbluebutton/api', secret: 's' },
    {
      fetch: () => Promise.reject(new RangeError('barred')),
      isBarred: (cause) => cause instanceof RangeError,
    },
  );
  expect(await driver.probe()).toEqual({ ok: false, error: { code: 'barred' } });
});

test('a BigBlueButton is joined by the browser itself, once it is known to be there', async () => {
  const info = '<response><returncode>SUCCESS</returncode><meetingID>m1</meetingID></response>';
  const { driver } = await driverFor((_, response) => response.end(info), 'bbb');
  const joined = await driver.join(join);
  expect(joined).toMatchObject({ ok: true });
  const url = new URL(joined.ok ? joined.value.url : '');
  expect(url.pathname).toBe('/bigbluebutton/api/join');
  expect(url.searchParams.get('errorRedirectUrl')).toBe('https://meet.example/r/x');
  expect(url.searchParams.get('checksum')).toMatch(/^[0-9a-f]{64}$/);
});
