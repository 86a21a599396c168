import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowed } from './addresses.ts';
import { createOutbound, isBarred, type OutboundOptions } from './index.ts';

let server: Server;
let port: number;
let calls = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    calls++;
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (request.url === '/large') response.end('x'.repeat(5000));
    else if (request.url === '/silent') response.writeHead(200).write('a');
    else response.end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A name service that gives these addresses in turn, one for each look. */
function names(...answers: string[]): LookupFunction {
  return (_host, options, done) => {
    const address = answers.shift() ?? '';
    const family = address.includes(':') ? 6 : 4;
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function call(url: string, options: Partial<OutboundOptions> = {}): Promise<string> {
  const outbound = createOutbound({ allow: [], ...options });
  try {
    return await outbound.fetch(url).then((answer) => answer.text());
  } catch (error) {
    return isBarred(error) ? 'barred' : 'failed';
  } finally {
    await outbound.close().catch(() => undefined);
  }
}

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fd00::1]/',
  'http://0.0.0.0/',
  'ftp://example.org/',
  'file:///etc/passwd',
])('%s is barred', async (url) => {
  expect(await call(url)).toBe('barred');
});

test('a name that leads to a private address is barred, and nothing is sent', async () => {
  const before = calls;
  expect(await call(`http://rooms.example:${port}/`, { resolve: names('127.0.0.1') })).toBe('barred');
  expect(await call(`http://rooms.example:${port}/`, { resolve: names('::1') })).toBe('barred');
  expect(calls).toBe(before);
});

test('a name is judged by the address that is connected to, at every connection', async () => {
  // Open for the first look only: what a second look answers is judged anew.
  const resolve = names('127.0.0.1', '127.0.0.2');
  const options = { allow: ['127.0.0.1'], resolve };
  expect(await call(`http://rooms.example:${port}/`, options)).toBe('here');
  expect(await call(`http://rooms.example:${port}/`, options)).toBe('barred');
});

test('the operator may allow a range, an address or a name', async () => {
  expect(await call(`http://127.0.0.1:${port}/`, { allow: ['127.0.0.0/8'] })).toBe('here');
  expect(await call(`http://127.0.0.1:${port}/`, { allow: ['127.0.0.1'] })).toBe('here');
  expect(
    await call(`http://rooms.example:${port}/`, { allow: ['rooms.example'], resolve: names('127.0.0.1') }),
  ).toBe('here');
  expect(await call(`http://127.0.0.1:${port}/`, { allow: ['rooms.example'] })).toBe('barred');
});

test('redirects are not followed, large and silent answers are cut', async () => {
  const options = { allow: ['127.0.0.1'], maxResponseBytes: 1000, timeoutMs: 1000 };
  expect(await call(`http://127.0.0.1:${port}/away`, options)).toBe('failed');
  expect(await call(`http://127.0.0.1:${port}/large`, options)).toBe('failed');
  expect(await call(`http://127.0.0.1:${port}/silent`, options)).toBe('failed');
});

test('no private IPv4 address passes in any of its forms', () => {
  const may = allowed([]);
  const byte = fc.nat(255);
  const private4 = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  );
  fc.assert(
    fc.property(private4, (bytes) => {
      const address = bytes.join('.');
      return !may.address(address) && !may.address(`::ffff:${address}`);
    }),
  );
});

test('public addresses pass', () => {
  const may = allowed([]);
  for (const address of ['9.9.9.9', '2620:fe::fe', '193.0.14.129']) expect(may.address(address)).toBe(true);
});
