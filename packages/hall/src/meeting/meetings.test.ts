import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalFolder } from '../journal/index.ts';
import { ManualClock } from '../manual-clock.ts';
import { seatOf, settingsOf } from '../testing/meeting-story.ts';
import { type CreateRequest, createMeeting } from './create.ts';
import { end } from './ending.ts';
import type { Recorded } from './events.ts';
import { Meetings, REMEMBERED_MS } from './meetings.ts';

const { internalId: _internal, createTime: _time, ...asked } = settingsOf();
const request: CreateRequest = { ...asked, voiceBridge: null };

let dataDir: string;
let clock: ManualClock;
let kept: Recorded[];

async function open(): Promise<Meetings> {
  const folder = await JournalFolder.open(dataDir, (_file, error) => {
    throw error;
  });
  return new Meetings({ folder, clock, kept: (_meeting, event) => kept.push(event) });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'koinon-meetings-'));
  clock = new ManualClock();
  kept = [];
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function created(meetings: Meetings, given: Partial<CreateRequest> = {}) {
  const result = await createMeeting(meetings, { ...request, ...given }, clock.now());
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('creating', () => {
  it('gives the running meeting to the same passwords or none, and refuses others', async () => {
    const meetings = await open();
    const first = await created(meetings);
    expect(await created(meetings)).toEqual({ meeting: first.meeting, duplicate: true });
    const none = { attendeePassword: null, moderatorPassword: null };
    expect(await created(meetings, none)).toEqual({ meeting: first.meeting, duplicate: true });
    for (const other of [{ attendeePassword: 'xx' }, { moderatorPassword: null }]) {
      expect(await createMeeting(meetings, { ...request, ...other }, clock.now())).toEqual({
        ok: false,
        error: 'id-not-unique',
      });
    }
    await meetings.close();
  });

  it('makes one meeting of many calls at once', async () => {
    const meetings = await open();
    const all = await Promise.all(Array.from({ length: 20 }, () => created(meetings)));
    expect(new Set(all.map(({ meeting }) => meeting)).size).toBe(1);
    expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    await meetings.close();
  });

  it('makes passwords and a voice bridge where none were given, and refuses a bridge that is taken', async () => {
    const meetings = await open();
    const { meeting } = await created(meetings, { attendeePassword: null, moderatorPassword: null });
    expect(meeting.settings.attendeePassword).toMatch(/^[a-z0-9]{8}$/);
    expect(meeting.settings.voiceBridge).toMatch(/^[1-9]\d{4}$/);
    const other = { ...request, externalId: 'other', voiceBridge: meeting.settings.voiceBridge };
    expect(await createMeeting(meetings, other, clock.now())).toEqual({
      ok: false,
      error: 'voice-bridge-taken',
    });
    await meetings.close();
  });

  it('makes a new meeting after the end, even in the same millisecond', async () => {
    const meetings = await open();
    const { meeting: first } = await created(meetings);
    await first.record(end(first.state, clock.now(), 'api', null));
    const { meeting: second } = await created(meetings);
    expect(second.settings.internalId).not.toBe(first.settings.internalId);
    expect(meetings.find('morning')).toBe(second);
    expect(meetings.find(first.settings.internalId)).toBe(first);
    expect(meetings.findRunning(first.settings.internalId)).toBeNull();
    await meetings.close();
  });
});

describe('restoring', () => {
  it('brings back the same state, tokens and order of events', async () => {
    const before = await open();
    const { meeting } = await created(before);
    const seat = seatOf('w_1');
    await meeting.record([
      { type: 'seat-taken', seat, admission: 'open' },
      { type: 'entered', seat: 'w_1', mic: 'on', camera: 'off' },
      { type: 'chat', id: 'm1', seat: 'w_1', name: 'Ann', text: 'l’été\u2028\n' },
      { type: 'hook-sent', notice: 3, hook: 'h', outcome: 'told' },
    ]);
    await before.close();
    const after = await open();
    expect(await after.restore()).toEqual({ unreadable: [] });
    expect(after.find('morning')?.state).toEqual(meeting.state);
    expect(after.seatOf(seat.token)?.attendee).toEqual(meeting.state.attendees.get('w_1'));
    kept = [];
    await after.find('morning')?.record([{ type: 'hand', seat: 'w_1', up: true }]);
    expect(kept.map(({ seq }) => seq)).toEqual([6]);
    await after.close();
  });

  it('remembers an ended meeting for an hour and puts it away when nothing is owed', async () => {
    const meetings = await open();
    const { meeting } = await created(meetings);
    await meeting.record([
      { type: 'seat-taken', seat: seatOf('w_1'), admission: 'open' },
      ...end(meeting.state, clock.now(), 'api', null),
    ]);
    clock.advance(REMEMBERED_MS);
    await meetings.putAway(() => false);
    expect(meetings.find('morning')).toBe(meeting);
    await meetings.putAway(() => true);
    expect(meetings.find('morning')).toBeNull();
    expect(meetings.seatOf('token-of-w_1')).toBeNull();
    expect(await readdir(join(dataDir, 'meetings'))).toEqual([]);
    expect(await readdir(join(dataDir, 'closed'))).toEqual([`${meeting.settings.internalId}.jsonl`]);
  });
});
