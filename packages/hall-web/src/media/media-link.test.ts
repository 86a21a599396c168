import type { ReceivedTrack, Source } from '@koinon/hall/protocol';
import { expect, test } from 'vitest';
import type { Answer, Question } from '../connection/channel.ts';
import type { MediaState } from '../meeting/state.ts';
import { FakeConnection, fakeTrack } from '../testing/fake-connection.ts';
import { HandClock, settled } from '../testing/hand-clock.ts';
import { MediaLink } from './media-link.ts';
import type { Tracks } from './subscriber.ts';

const OK: Answer = { ok: true, value: { type: 'ok', re: 1 } };
const PUBLISHED: Answer = { ok: true, value: { type: 'published', re: 1, sdp: 'answer' } };
const FAILED: Answer = { ok: false, error: { code: 'media-failed', message: 'restarting' } };

function start(local: [Source, MediaStreamTrack][] = [['mic', fakeTrack()]]) {
  const clock = new HandClock();
  const connections: FakeConnection[] = [];
  const asked: Question[] = [];
  const states: MediaState[] = [];
  let answers: (question: Question) => Answer | Promise<Answer> = ({ type }) =>
    type === 'publish' ? PUBLISHED : OK;
  let tracks: Tracks = new Map();
  const link = new MediaLink({
    ask: async (question) => {
      asked.push(question);
      return answers(question);
    },
    createConnection: () => {
      const connection = new FakeConnection();
      connections.push(connection);
      return connection.asReal;
    },
    clock,
    onTracks: (next) => {
      tracks = next;
    },
    onState: (state) => states.push(state),
  });
  link.send(new Map(local));
  return {
    clock,
    connections,
    asked,
    states,
    link,
    count: (type: Question['type']) => asked.filter((question) => question.type === type).length,
    answer: (next: typeof answers) => {
      answers = next;
    },
    tracks: () => tracks,
  };
}

function offer(version: number, ufrag: string, ...ids: string[]) {
  const tracks: ReceivedTrack[] = ids.map((id, at) => ({
    mid: String(at),
    publication: { id, person: 'other', source: 'camera' },
  }));
  return { sdp: `v${version}\na=ice-ufrag:${ufrag}\nlines:${ids.length}`, version, tracks };
}

test('sends at once what there is to send, and is up when the connection carries', async () => {
  const { link, connections, states, asked } = start();
  link.start();
  await settled();
  expect(asked).toMatchObject([{ type: 'publish', tracks: [{ mid: '0', source: 'mic' }] }]);
  connections[0]?.become('connected');
  expect(states).toEqual(['starting', 'up']);
});

test('makes no connection for somebody who brings nothing, and receives all the same', async () => {
  const { link, connections, asked, tracks } = start([]);
  link.start();
  await settled();
  expect(connections).toEqual([]);
  link.take(offer(1, 'a', 'p1', 'p2'));
  await settled();
  expect([...tracks().keys()]).toEqual(['p1', 'p2']);
  expect(asked).toMatchObject([{ type: 'answer', version: 1 }]);
});

test('the whole set of an offer replaces the last, also on a line that is used again', async () => {
  const { link, connections, tracks } = start([]);
  link.start();
  link.take(offer(1, 'a', 'p1', 'p2'));
  link.take(offer(2, 'a', 'p3'));
  await settled();
  expect(connections.length).toBe(1);
  expect([...tracks()]).toEqual([['p3', connections[0]?.transceivers[0]?.receiver.track]]);
});

test('a lost engine: everything is dropped, asked for again until there is one, and sent again', async () => {
  const { clock, link, connections, states, count, answer, tracks } = start();
  link.start();
  link.take(offer(1, 'a', 'p1'));
  await settled();
  answer(({ type }) => (type === 'publish' ? PUBLISHED : type === 'renew-media' ? FAILED : OK));
  link.lost();
  expect(tracks().size).toBe(0);
  expect(connections.every(({ connectionState }) => connectionState === 'closed')).toBe(true);
  await clock.pass(0);
  expect(count('renew-media')).toBe(1);
  await clock.pass(250);
  expect(count('renew-media')).toBe(2);
  answer(({ type }) => (type === 'publish' ? PUBLISHED : OK));
  await clock.pass(500);
  expect(count('renew-media')).toBe(3);
  expect(count('publish')).toBe(2);
  connections.at(-1)?.become('connected');
  expect(states.at(-1)).toBe('up');
  await clock.pass(60_000);
  expect(count('renew-media')).toBe(3);
});

test('a failed, a silent and a never connected transport are given up', async () => {
  const { clock, link, connections, count } = start();
  link.start();
  await settled();
  connections.at(-1)?.become('failed');
  await clock.pass(0);
  expect(count('renew-media')).toBe(1);
  connections.at(-1)?.become('connected');
  connections.at(-1)?.become('disconnected');
  await clock.pass(3999);
  expect(count('renew-media')).toBe(1);
  await clock.pass(1);
  expect(count('renew-media')).toBe(2);
  connections.at(-1)?.become('connecting');
  await clock.pass(8000 + 250);
  expect(count('renew-media')).toBe(3);
});

test('a transport that finds its way again is kept', async () => {
  const { clock, link, connections, count } = start();
  link.start();
  await settled();
  connections[0]?.become('connected');
  connections[0]?.become('disconnected');
  await clock.pass(2000);
  connections[0]?.become('connected');
  await clock.pass(60_000);
  expect(count('renew-media')).toBe(0);
});

test('an offer that crossed a renewal does no harm', async () => {
  const { clock, link, connections, count, tracks } = start([]);
  link.start();
  link.take(offer(1, 'old', 'p1'));
  await settled();
  link.lost();
  link.take(offer(2, 'old', 'p1'));
  await clock.pass(0);
  link.take(offer(1, 'new', 'p9'));
  await settled();
  expect(connections.length).toBe(3);
  expect(connections[1]?.connectionState).toBe('closed');
  expect([...tracks().keys()]).toEqual(['p9']);
  await clock.pass(60_000);
  expect(count('renew-media')).toBe(1);
});

test('an offer that cannot be used brings new transports', async () => {
  const { clock, link, count } = start([]);
  link.start();
  link.take({ sdp: 'unusable', version: 1, tracks: [] });
  await clock.pass(0);
  expect(count('renew-media')).toBe(1);
});

test('says that nothing gets through after four failures in a row', async () => {
  const { clock, link, states, answer } = start();
  answer(({ type }) => (type === 'publish' ? PUBLISHED : FAILED));
  link.start();
  await settled();
  link.lost();
  await clock.pass(1000);
  expect(states).toEqual(['starting', 'lost', 'lost', 'lost', 'blocked']);
});

test('waits for the seat when the way to the hall is lost', async () => {
  const { clock, link, count, answer } = start();
  link.start();
  await settled();
  answer(() => ({ ok: false, error: { code: 'lost', message: '' } }));
  link.lost();
  await clock.pass(60_000);
  expect(count('renew-media')).toBe(1);
  answer(({ type }) => (type === 'publish' ? PUBLISHED : OK));
  link.start();
  await settled();
  expect(count('publish')).toBe(2);
});

test('what still flows goes on while the way to the hall is lost, and is replaced when the seat is taken again', async () => {
  const { clock, link, connections, count, tracks } = start();
  link.start();
  link.take(offer(1, 'a', 'p1'));
  await settled();
  link.rest();
  connections[0]?.become('failed');
  await clock.pass(60_000);
  expect(tracks().size).toBe(1);
  expect(count('renew-media')).toBe(0);
  link.start();
  expect(tracks().size).toBe(0);
  await settled();
  expect(connections.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed', 'new']);
  expect(count('publish')).toBe(2);
});

test('nothing happens after it was stopped', async () => {
  const { clock, link, connections, asked } = start();
  link.start();
  await settled();
  link.stop();
  connections[0]?.become('failed');
  link.lost();
  await clock.pass(60_000);
  expect(asked.length).toBe(1);
});
