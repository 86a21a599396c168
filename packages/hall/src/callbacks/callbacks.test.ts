import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateHookError, isSignedCallback, readHookBody } from '@koinon/bbb-api';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ManualClock } from '../manual-clock.ts';
import { type Callbacks, startCallbacks } from './callbacks.ts';
import { endAddress } from './end-callback.ts';
import { hookPausesMs } from './hook-delivery.ts';
import { HookFileError } from './hook-file.ts';
import type { Notice } from './notice.ts';
import { Receiver } from './receiver.ts';

const secret = 'the secret of the hall';
const none: ReadonlySet<string> = new Set();

let dataDir: string;
let clock: ManualClock;
let receiver: Receiver;
let callbacks: Callbacks;
let settled: string[];
let logged: string[];

const note = (...args: unknown[]): void => void logged.push(JSON.stringify(args));
const start = (): Callbacks =>
  startCallbacks({
    secret,
    dataDir,
    domain: 'hall.example',
    clock,
    log: { warn: note, error: note },
    settled: async (notice, target, outcome) => void settled.push(`${notice} ${target} ${outcome}`),
  });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'callbacks-'));
  clock = new ManualClock();
  receiver = await Receiver.listen();
  settled = [];
  logged = [];
  callbacks = start();
});

afterEach(async () => {
  await callbacks.close();
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

const meeting = {
  internalId: 'abc-1',
  externalId: 'm1',
  name: 'Cercle du mardi',
  createTimeMs: 1_531_155_809_613,
  metadata: { 'koinon-house': 'La Tisserie' },
};
const user = { internalId: 'w_1', externalId: 'u1', name: 'Noémie & Zoë', role: 'VIEWER' as const };

const joined = (id: string, meetingId = 'm1'): Notice => ({
  id,
  name: 'user-joined',
  atMs: clock.now(),
  recordedAtMs: clock.now(),
  meeting: { ...meeting, externalId: meetingId },
  user,
});

/** Lets the hall fail through one attempt after the other, moving its clock by the given pauses. */
async function failThrough(pausesMs: readonly number[], attemptsBefore: number): Promise<void> {
  for (const [index, pauseMs] of pausesMs.entries()) {
    await receiver.arrived(attemptsBefore + index);
    await vi.waitFor(() => expect(logged).toHaveLength(attemptsBefore + index));
    clock.advance(pauseMs - 1);
    expect(receiver.received).toHaveLength(attemptsBefore + index);
    clock.advance(1);
  }
  await receiver.arrived(attemptsBefore + pausesMs.length);
}

describe('a hook', () => {
  test('is told of an event, signed, in the form of bbb-webhooks', async () => {
    const callbackURL = receiver.url('/hook?room=7');
    const { hook } = callbacks.hooks.create({ callbackURL });
    expect(callbacks.tell(joined('n1'), none)).toEqual([hook.hookID]);
    const [request] = await receiver.arrived(1);
    const checksum = new URL(receiver.url(request?.target ?? '')).searchParams.get('checksum') ?? '';
    expect(request).toMatchObject({ method: 'POST', target: `/hook?room=7&checksum=${checksum}` });
    expect(isSignedCallback(callbackURL, request?.body ?? '', checksum, secret)).toBe(true);
    expect(readHookBody(request?.body ?? '')).toEqual({
      domain: 'hall.example',
      timestamp: clock.now(),
      events: [
        {
          id: 'user-joined',
          internalMeetingID: 'abc-1',
          meetingID: 'm1',
          at: clock.now(),
          user: {
            internalUserID: 'w_1',
            userID: 'u1',
            name: 'Noémie & Zoë',
            role: 'VIEWER',
            presenter: false,
          },
          userdata: {},
        },
      ],
    });
    await vi.waitFor(() => expect(settled).toEqual([`n1 ${hook.hookID} told`]));
  });

  test('hears a repeated notice in the same bytes', async () => {
    callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    const notice = joined('n1');
    callbacks.tell(notice, none);
    clock.advance(60_000);
    callbacks.tell(notice, none);
    const [first, second] = await receiver.arrived(2);
    expect(second).toEqual(first);
  });

  test('of one meeting does not hear of another; a list of events is kept to', async () => {
    const own = callbacks.hooks.create({ callbackURL: receiver.url('/own'), meetingID: 'm1' }).hook.hookID;
    const all = callbacks.hooks.create({ callbackURL: receiver.url('/all') }).hook.hookID;
    callbacks.hooks.create({ callbackURL: receiver.url('/ended'), eventID: ['meeting-ended'] });
    expect(callbacks.tell(joined('n1', 'm1'), none)).toEqual([own, all]);
    expect(callbacks.tell(joined('n2', 'm2'), none)).toEqual([all]);
    expect(callbacks.tell(joined('n3', 'm1'), new Set([own, all]))).toEqual([]);
    await receiver.arrived(3);
  });

  test('does not hear of what was before it', () => {
    const before = joined('n1');
    clock.advance(1);
    callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    expect(callbacks.tell(before, none)).toEqual([]);
    expect(callbacks.tell({ ...before, recordedAtMs: clock.now() }, none)).toHaveLength(1);
  });

  test('that fails is told again, in order, until it answers', async () => {
    const { hook } = callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    receiver.status = null;
    callbacks.tell(joined('n1'), none);
    callbacks.tell(joined('n2'), none);
    await failThrough(hookPausesMs.slice(0, 2), 1);
    receiver.status = 200;
    await vi.waitFor(() => expect(logged).toHaveLength(3));
    clock.advance(1000);
    await vi.waitFor(() => expect(settled).toEqual([`n1 ${hook.hookID} told`, `n2 ${hook.hookID} told`]));
    expect(receiver.received).toHaveLength(5);
  });

  test('that fails through all retries is removed, and its notices are given up', async () => {
    const { hook } = callbacks.hooks.create({ callbackURL: receiver.url('/hook?token=private') });
    receiver.status = 500;
    callbacks.tell(joined('n1'), none);
    callbacks.tell(joined('n2'), none);
    await failThrough(hookPausesMs, 1);
    await vi.waitFor(() =>
      expect(settled).toEqual([`n1 ${hook.hookID} given-up`, `n2 ${hook.hookID} given-up`]),
    );
    expect(receiver.received).toHaveLength(13);
    expect(callbacks.hooks.list()).toEqual([]);
    expect(callbacks.tell(joined('n3'), none)).toEqual([]);
    expect(logged.join()).not.toMatch(/private|the secret/);
  });

  test.each([200, 204, 401])('counts as told when it answers %d', async (status) => {
    receiver.status = status;
    callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    callbacks.tell(joined('n1'), none);
    await vi.waitFor(() => expect(settled).toHaveLength(1));
    expect(logged).toEqual([]);
  });

  test.each([302, 404, 500])(
    'does not when it answers %d, and a redirection is not followed',
    async (status) => {
      receiver.status = status;
      callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
      callbacks.tell(joined('n1'), none);
      await vi.waitFor(() => expect(logged).toHaveLength(1));
      expect(settled).toEqual([]);
      expect(receiver.received).toHaveLength(1);
    },
  );

  test('does not wait for another that fails', async () => {
    const other = await Receiver.listen();
    other.status = 500;
    callbacks.hooks.create({ callbackURL: other.url('/hook') });
    callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    callbacks.tell(joined('n1'), none);
    callbacks.tell(joined('n2'), none);
    await receiver.arrived(2);
    expect(other.received).toHaveLength(1);
    await other.close();
  });

  test('that is destroyed hears nothing more', async () => {
    const { hook } = callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
    receiver.status = 500;
    callbacks.tell(joined('n1'), none);
    await vi.waitFor(() => expect(logged).toHaveLength(1));
    expect(callbacks.hooks.destroy(hook.hookID)).toBe(true);
    expect(callbacks.hooks.destroy(hook.hookID)).toBe(false);
    expect(settled).toEqual([`n1 ${hook.hookID} given-up`]);
    clock.advance(600_000);
    expect(callbacks.tell(joined('n2'), none)).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });
});

describe('the registered hooks', () => {
  test('a known address gives the known hook, whatever else is said', () => {
    const callbackURL = receiver.url('/hook');
    const first = callbacks.hooks.create({ callbackURL, getRaw: true });
    const again = callbacks.hooks.create({ callbackURL, meetingID: 'm2' });
    expect(first).toMatchObject({ duplicate: false, hook: { rawData: true, permanentHook: false } });
    expect(again).toEqual({ duplicate: true, hook: first.hook });
  });

  test('are listed for a meeting with the global ones', () => {
    const paths = (meetingID?: string) =>
      callbacks.hooks.list(meetingID).map((h) => new URL(h.callbackURL).pathname);
    callbacks.hooks.create({ callbackURL: receiver.url('/all') });
    callbacks.hooks.create({ callbackURL: receiver.url('/m1'), meetingID: 'm1' });
    callbacks.hooks.create({ callbackURL: receiver.url('/m2'), meetingID: 'm2' });
    expect(paths()).toEqual(['/all', '/m1', '/m2']);
    expect(paths('m1')).toEqual(['/all', '/m1']);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://a.example/',
    'javascript:alert(1)',
    '/hook',
    'http://a:b@c.example/',
  ])('cannot be %s', (callbackURL) => {
    expect(() => callbacks.hooks.create({ callbackURL })).toThrow(CreateHookError);
  });

  test('outlive the hall', async () => {
    const { hook } = callbacks.hooks.create({ callbackURL: receiver.url('/hook'), eventID: ['user-joined'] });
    const gone = callbacks.hooks.create({ callbackURL: receiver.url('/gone') }).hook;
    callbacks.hooks.destroy(gone.hookID);
    // No close: the hall was killed.
    const returned = start();
    expect(returned.hooks.list()).toEqual([hook]);
    expect(returned.tell(joined('n1'), none)).toEqual([hook.hookID]);
    await receiver.arrived(1);
    await returned.close();
  });

  test('of one meeting rest when it is over, wake for the next one, and go after a week without', async () => {
    const day = 24 * 60 * 60 * 1000;
    const create = (path: string, meetingID?: string) =>
      callbacks.hooks.create({ callbackURL: receiver.url(path), meetingID }).hook.hookID;
    const own = create('/own', 'm1');
    const all = create('/all');
    callbacks.hooks.rest('m1');
    clock.advance(6 * day);
    expect(callbacks.tell(joined('n1'), none)).toEqual([own, all]);
    await receiver.arrived(2);
    clock.advance(2 * day);
    const other = create('/other');
    expect(callbacks.hooks.list().map((hook) => hook.hookID)).toEqual([own, all, other]);
    callbacks.hooks.rest('m1');
    clock.advance(8 * day);
    const last = create('/last');
    expect(callbacks.hooks.list().map((hook) => hook.hookID)).toEqual([all, other, last]);
  });

  test('a file that nobody understands stops the start instead of being overwritten', () => {
    writeFileSync(join(dataDir, 'hooks.json'), '{"version":2}');
    expect(start).toThrow(HookFileError);
    expect(readFileSync(join(dataDir, 'hooks.json'), 'utf8')).toBe('{"version":2}');
  });
});

describe('the end of a meeting', () => {
  const end = (addresses: { endCallbackUrl?: string; meetingEndedUrl?: string }) => ({
    id: 'n9',
    meetingID: 'm 1',
    recordingMarks: false,
    endCallbackUrl: addresses.endCallbackUrl ?? null,
    meetingEndedUrl: addresses.meetingEndedUrl ?? null,
  });

  test('is told to both addresses, to one of them with its two parameters', async () => {
    const notice = end({
      endCallbackUrl: receiver.url('/end?token=a%20b'),
      meetingEndedUrl: receiver.url('/ended'),
    });
    expect(callbacks.tellEnd(notice, none)).toEqual(['end-callback', 'meeting-ended-url']);
    const requests = await receiver.arrived(2);
    expect(requests.map(({ method, target }) => `${method} ${target}`).sort()).toEqual([
      'GET /end?token=a%20b&recordingmarks=false&meetingID=m+1',
      'GET /ended',
    ]);
    await vi.waitFor(() =>
      expect(settled.sort()).toEqual(['n9 end-callback told', 'n9 meeting-ended-url told']),
    );
  });

  test('is not told again to an address that heard it', () => {
    const notice = end({ endCallbackUrl: receiver.url('/end') });
    expect(callbacks.tellEnd(notice, new Set(['end-callback']))).toEqual([]);
  });

  test('is tried again after 30, 60, 120 and 300 s, then given up', async () => {
    receiver.status = 401;
    callbacks.tellEnd(end({ endCallbackUrl: receiver.url('/end') }), none);
    await failThrough([30_000, 60_000, 120_000, 300_000], 1);
    await vi.waitFor(() => expect(settled).toEqual(['n9 end-callback given-up']));
    expect(receiver.received).toHaveLength(5);
  });

  test('is given up at once for what is no address', () => {
    expect(callbacks.tellEnd(end({ endCallbackUrl: 'file:///x', meetingEndedUrl: 'nowhere' }), none)).toEqual(
      [],
    );
    expect(settled).toEqual(['n9 end-callback given-up', 'n9 meeting-ended-url given-up']);
  });

  test('keeps what stands in the address', () => {
    expect(endAddress('https://a.example/b?c=d%2Fe#f', { meetingID: 'm&1', recordingMarks: true })).toBe(
      'https://a.example/b?c=d%2Fe&recordingmarks=true&meetingID=m%261#f',
    );
  });
});

test('closing waits for the call under way and starts no other', async () => {
  const { hook } = callbacks.hooks.create({ callbackURL: receiver.url('/hook') });
  callbacks.tell(joined('n1'), none);
  callbacks.tell(joined('n2'), none);
  await callbacks.close();
  expect(settled).toEqual([`n1 ${hook.hookID} told`]);
  expect(receiver.received).toHaveLength(1);
});
