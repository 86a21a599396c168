import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { recognise } from './known-failures.ts';

const circumstances = (port: number, setting: string) => ({ portSettings: new Map([[port, setting]]) });

test('a busy TCP port is told with the setting that chose it', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as { port: number };
  const second = createServer().listen(port, '127.0.0.1');
  const [error] = await once(second, 'error');
  expect(recognise(error, circumstances(port, 'KOINON_HALL_PORT'))).toMatchObject({
    message: `Port ${port} is taken by another program.`,
    remedy: 'Stop that program, or choose another port with KOINON_HALL_PORT.',
    exitCode: 1,
  });
  first.close();
});

test('a busy UDP port too, also when a layer in between wrapped the error', async () => {
  const first = createSocket('udp4').bind(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address();
  const second = createSocket('udp4').bind(port, '127.0.0.1');
  const [cause] = await once(second, 'error');
  const wrapped = new Error('The media engine did not start', { cause });
  expect(recognise(wrapped, circumstances(port, 'KOINON_MEDIA_PORT'))?.remedy).toBe(
    'Stop that program, or choose another port with KOINON_MEDIA_PORT.',
  );
  first.close();
});

test('an address of another machine is told with the setting that chose it', async () => {
  const media = createSocket('udp4').bind(0, '192.0.2.1');
  const [cause] = await once(media, 'error');
  expect(recognise(cause, circumstances(0, ''))).toMatchObject({
    message: 'This machine does not have the address 192.0.2.1.',
    remedy: 'Set KOINON_MEDIA_HOST to an address of this machine, or to 0.0.0.0 for all of them.',
  });
  const pages = createServer().listen(0, '192.0.2.1');
  const [second] = await once(pages, 'error');
  expect(recognise(second, circumstances(0, ''))?.remedy).toContain('Set KOINON_HOST to');
});

test('a database that nobody serves is told, at all its addresses', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const error = new Error('Failed query', { cause: new AggregateError([refused, refused]) });
  expect(recognise(error, circumstances(0, ''))?.message).toBe(
    'The database cannot be reached: nothing listens at its address.',
  );
});

test('a wrong setting has an exit code of its own', () => {
  expect(new CannotStart('KOINON_PORT is wrong.', 'Correct it.', { settings: true }).exitCode).toBe(78);
});

test('bugs are not dressed up', () => {
  expect(recognise(new TypeError('x is not a function'), circumstances(0, ''))).toBeNull();
});
