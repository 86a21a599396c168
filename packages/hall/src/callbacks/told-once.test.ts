import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BbbClient, readHookBody } from '@koinon/bbb-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TestBrowser } from '../testing/test-browser.ts';
import { SECRET, startTestHall, type TestHall } from '../testing/test-hall.ts';
import { Receiver } from './receiver.ts';

let hall: TestHall;
let copy: string;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await Receiver.listen();
  hall = await startTestHall();
  copy = mkdtempSync(join(tmpdir(), 'killed-hall-'));
});

afterEach(async () => {
  await hall.close();
  await receiver.close();
  rmSync(copy, { recursive: true, force: true });
});

const client = () => new BbbClient({ api: hall.api, secret: SECRET, retries: 0 });

/** What was told so far: the event and whom it is about, or the address that was called. */
function told(): string[] {
  return receiver.received.map(({ method, target, body }) => {
    if (method === 'GET') return target;
    const [event] = readHookBody(body).events;
    return event !== undefined && 'user' in event ? `${event.id} ${event.user.name}` : (event?.id ?? '');
  });
}

async function priyaEnters(): Promise<TestBrowser> {
  const joined = await client().join({ meetingID: 'morning', fullName: 'Priya', role: 'MODERATOR' });
  if (!joined.ok) throw new Error(JSON.stringify(joined.error));
  return TestBrowser.enter(hall.url, joined.value.sessionToken);
}

test('a hall that was killed goes on with what is still to be told, and repeats nothing', async () => {
  await client().hooksCreate({ callbackURL: receiver.url('/hook') });
  await client().create({
    meetingID: 'morning',
    name: 'Morning circle',
    meta: { endCallbackUrl: receiver.url('/end?token=t') },
  });
  const priya = await priyaEnters();
  await receiver.arrived(2);
  expect(told()).toEqual(['meeting-created', 'user-joined Priya']);

  // From here on the front end is away, and the hall is killed while it owes it three calls.
  receiver.status = 503;
  await priya.ask({ type: 'end' });
  await receiver.arrived(4);
  cpSync(hall.dataDir, copy, { recursive: true });
  await hall.close();
  const before = receiver.received.splice(0).length;
  expect(before).toBeGreaterThanOrEqual(4);

  receiver.status = 200;
  hall = await startTestHall({ dataDir: copy });
  await receiver.arrived(3);
  expect(told().sort()).toEqual([
    '/end?token=t&recordingmarks=false&meetingID=morning',
    'meeting-ended',
    'user-left Priya',
  ]);

  const kept = receiver.received.length;
  await hall.close();
  hall = await startTestHall({ dataDir: copy });
  expect(await client().hooksList()).toMatchObject({
    ok: true,
    value: [{ callbackURL: receiver.url('/hook') }],
  });
  expect(receiver.received).toHaveLength(kept);
});
