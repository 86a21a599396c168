import { CLOSE } from '@koinon/hall/protocol';
import { expect, test } from 'vitest';
import { FakeSocket } from '../testing/fake-socket.ts';
import { HandClock, settled } from '../testing/hand-clock.ts';
import { welcome } from '../testing/samples.ts';
import { Connection } from './connection.ts';

function start() {
  const clock = new HandClock();
  const sockets: FakeSocket[] = [];
  const events: string[] = [];
  const connection = new Connection(
    {
      token: 'abc',
      clock,
      random: () => 1,
      openSocket: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
    },
    {
      onWelcome: () => events.push('welcome'),
      onMessage: (message) => events.push(message.type),
      onLost: () => events.push('lost'),
      onDone: () => events.push('done'),
      onRefused: (code) => events.push(`refused ${code}`),
    },
  );
  connection.start();
  const latest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  const greet = async () => {
    latest().open();
    await settled();
    latest().say(welcome(latest().last('hello').re));
    await settled();
  };
  return { clock, sockets, events, connection, latest, greet };
}

test('shows its token first and is welcomed', async () => {
  const { events, latest, greet } = start();
  await greet();
  expect(latest().sent).toEqual([{ type: 'hello', token: 'abc', re: 1 }]);
  expect(events).toEqual(['welcome', 'welcome']);
});

test('asks nothing before it is welcomed', async () => {
  const { connection, latest } = start();
  latest().open();
  expect(await connection.ask({ type: 'hand', up: true })).toMatchObject({ error: { code: 'lost' } });
  expect(latest().count('hand')).toBe(0);
});

test('comes back after 250, 500, 1000 and then every 2000 ms, and begins anew after a welcome', async () => {
  const { clock, sockets, latest, greet } = start();
  const opened: number[] = [];
  for (const wait of [250, 500, 1000, 2000, 2000]) {
    const before = sockets.length;
    latest().close();
    await clock.pass(wait - 1);
    expect(sockets.length).toBe(before);
    await clock.pass(1);
    expect(sockets.length).toBe(before + 1);
    opened.push(wait);
  }
  await greet();
  latest().close();
  await clock.pass(250);
  expect(sockets.length).toBe(7);
});

test('notices a connection that died without a word within nine seconds', async () => {
  const { clock, events, latest, greet } = start();
  await greet();
  await clock.pass(5000);
  expect(latest().count('ping')).toBe(1);
  await clock.pass(3999);
  expect(events).not.toContain('lost');
  await clock.pass(1);
  expect(events.at(-1)).toBe('lost');
});

test('lives on any sign of life', async () => {
  const { clock, events, latest, greet } = start();
  await greet();
  for (let beat = 0; beat < 10; beat++) {
    await clock.pass(5000);
    latest().say({ type: 'ok', re: latest().last('ping').re });
  }
  expect(events).not.toContain('lost');
});

test('gives up a socket that does not open within eight seconds', async () => {
  const { clock, sockets } = start();
  await clock.pass(8250);
  expect(sockets.length).toBe(2);
});

test('looks at once when the page wakes', async () => {
  const { clock, sockets, connection, latest, greet } = start();
  latest().close();
  connection.hurry();
  expect(sockets.length).toBe(2);
  await greet();
  connection.hurry();
  await clock.pass(4000);
  expect(latest().closed).toBe(true);
});

test.each(['unknown-token', 'meeting-ended', 'denied'] as const)(
  'stays away after `%s` to its hello',
  async (code) => {
    const { clock, sockets, events, latest } = start();
    latest().open();
    latest().say({ type: 'error', re: latest().last('hello').re, code, message: '' });
    await clock.pass(60_000);
    expect(events.at(-1)).toBe(`refused ${code}`);
    expect(sockets.length).toBe(1);
  },
);

test('stays away when another window took the seat', async () => {
  const { clock, sockets, events, latest, greet } = start();
  await greet();
  latest().say({ type: 'error', re: null, code: 'replaced', message: '' });
  await clock.pass(60_000);
  expect(events.at(-1)).toBe('refused replaced');
  expect(sockets.length).toBe(1);
});

test.each([
  [CLOSE.done, 'done'],
  [CLOSE.replaced, 'refused replaced'],
])('stays away when the hall closes with %i', async (code, event) => {
  const { clock, sockets, events, latest, greet } = start();
  await greet();
  latest().close(code);
  await clock.pass(60_000);
  expect(events.at(-1)).toBe(event);
  expect(sockets.length).toBe(1);
});

test('a refusal of one act is no refusal of the seat', async () => {
  const { events, connection, latest, greet } = start();
  await greet();
  const asked = connection.ask({ type: 'admit', ids: ['w1'] });
  latest().say({ type: 'error', re: latest().last('admit').re, code: 'meeting-full', message: '' });
  expect(await asked).toMatchObject({ error: { code: 'meeting-full' } });
  expect(events).not.toContain('refused meeting-full');
  expect(latest().closed).toBe(false);
});

test('comes back when the hall is not ready to greet', async () => {
  const { clock, sockets, events, latest } = start();
  latest().open();
  latest().say({ type: 'error', re: latest().last('hello').re, code: 'too-fast', message: '' });
  await clock.pass(250);
  expect(events).toContain('lost');
  expect(sockets.length).toBe(2);
});

test('stop is for good', async () => {
  const { clock, sockets, events, connection, latest, greet } = start();
  await greet();
  connection.stop();
  await clock.pass(60_000);
  expect(latest().closed).toBe(true);
  expect(sockets.length).toBe(1);
  expect(events).not.toContain('lost');
});
