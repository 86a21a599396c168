import type { ToBrowser } from '@koinon/hall/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeSocket } from '../testing/fake-socket.ts';
import { Channel } from './channel.ts';

function open() {
  const socket = new FakeSocket();
  const heard: ToBrowser[] = [];
  const closings: string[] = [];
  const channel = new Channel(socket, {
    onOpen: () => {},
    onMessage: (message) => heard.push(message),
    onClosed: () => closings.push('closed'),
  });
  return { socket, heard, closings, channel };
}

test('brings each question its own answer, in whatever order they come', async () => {
  const { socket, channel } = open();
  const first = channel.ask({ type: 'hand', up: true });
  const second = channel.ask({ type: 'end' });
  socket.say({ type: 'error', re: 2, code: 'not-allowed', message: 'no' });
  socket.say({ type: 'ok', re: 1 });
  expect(await first).toEqual({ ok: true, value: { type: 'ok', re: 1 } });
  expect(await second).toEqual({ ok: false, error: { code: 'not-allowed', message: 'no' } });
});

test('answers what is open with `lost` when the connection goes, once', async () => {
  const { socket, channel, closings } = open();
  const open1 = channel.ask({ type: 'ping' });
  socket.close();
  channel.close();
  expect((await open1).ok).toBe(false);
  expect(await channel.ask({ type: 'ping' })).toMatchObject({ ok: false, error: { code: 'lost' } });
  expect(closings).toEqual(['closed']);
});

test('passes over what is no message that it knows', () => {
  const { socket, heard } = open();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(new ArrayBuffer(4))), (data) => {
      socket.sayText(data);
    }),
  );
  socket.say({ type: 'of-a-newer-hall', re: 1 });
  expect(heard).toEqual([]);
});
