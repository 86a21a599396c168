import type { ChatMessage } from '@koinon/hall/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message, person, welcome } from '../testing/samples.ts';
import { type Happening, reduce } from './reduce.ts';
import { beforeTheMeeting, type Meeting } from './state.ts';

const after = (...happenings: Happening[]): Meeting => happenings.reduce(reduce, beforeTheMeeting);
const entered = (chat: ChatMessage[] = []): Happening => ({
  type: 'entered',
  re: 1,
  people: [person('you')],
  chat,
  lobby: [],
});
const inside = after(welcome(1), entered());

describe('the way in', () => {
  test('leads from the door over the lobby into the meeting', () => {
    expect(after(welcome(1)).phase).toBe('door');
    expect(after(welcome(1), { type: 'here:entering' }).entering).toBe(true);
    expect(after(welcome(1), { type: 'waiting', re: 2 })).toMatchObject({ phase: 'lobby', entering: false });
    expect(inside).toMatchObject({ phase: 'meeting', entering: false, link: 'up' });
  });

  test('a lost connection is mended by `entered`, not by the welcome before it', () => {
    const lost = reduce(inside, { type: 'here:lost' });
    expect(lost).toMatchObject({ phase: 'meeting', link: 'lost' });
    const greeted = reduce(lost, welcome(1, { seat: 'seated' }));
    expect(greeted).toMatchObject({ phase: 'meeting', link: 'lost' });
    expect(reduce(greeted, entered())).toMatchObject({ phase: 'meeting', link: 'up' });
  });

  test('at the door the welcome itself mends it', () => {
    expect(after(welcome(1), { type: 'here:lost' }, welcome(1))).toMatchObject({ phase: 'door', link: 'up' });
  });
});

describe('people', () => {
  test('stand in order of arrival, each once, whatever is told twice', () => {
    const late = person('b', { joinedAt: '2026-05-12T18:05:00.000Z' });
    const early = person('c', { joinedAt: '2026-05-12T17:05:00.000Z' });
    const meeting = [late, early, { ...late, mic: 'off' as const }].reduce(
      (state, each) => reduce(state, { type: 'person', person: each }),
      inside,
    );
    expect(meeting.people.map(({ id, mic }) => `${id} ${mic}`)).toEqual(['c on', 'you on', 'b off']);
    expect(reduce(meeting, { type: 'left', id: 'c' }).people.map(({ id }) => id)).toEqual(['you', 'b']);
  });

  test('a whole picture replaces all that was known', () => {
    const before = reduce(inside, { type: 'person', person: person('gone') });
    const again = reduce(reduce(before, { type: 'speakers', ids: ['gone'] }), entered());
    expect(again.people.map(({ id }) => id)).toEqual(['you']);
    expect(again.speakers).toEqual([]);
  });
});

describe('the chat', () => {
  test('shows nothing twice and loses nothing, whatever is lost on the way', () => {
    // The hall keeps one list. Each message reaches the page or is missed; a picture brings the whole list.
    const step = fc.record({
      act: fc.constantFrom('another speaks', 'I write', 'the hall takes mine', 'a picture comes'),
      missed: fc.boolean(),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const hall: ChatMessage[] = [];
        const mine: string[] = [];
        let meeting = inside;
        const tell = (happening: Happening) => {
          meeting = reduce(meeting, happening);
        };
        for (const [at, { act, missed, twice }] of [
          ...steps,
          { act: 'a picture comes', missed: false, twice: false },
        ].entries()) {
          if (act === 'I write') {
            mine.push(`mine ${at}`);
            tell({ type: 'here:wrote', id: `mine ${at}`, text: 'mine', at: '2026-05-12T18:20:00.000Z' });
          } else if (act === 'a picture comes') {
            tell(entered([...hall]));
          } else {
            const own = mine.find((id) => !hall.some((known) => known.id === id));
            if (act === 'the hall takes mine' && own === undefined) continue;
            const said =
              act === 'another speaks' ? message(`other ${at}`) : message(own ?? '', { from: 'you' });
            hall.push(said);
            if (!missed) tell({ type: 'chat', message: said });
            if (!missed && twice) tell({ type: 'chat', message: said });
          }
        }
        const waiting = mine.filter((id) => !hall.some((known) => known.id === id));
        expect(meeting.chat.map(({ id }) => id)).toEqual([...hall.map(({ id }) => id), ...waiting]);
      }),
    );
  });

  test('keeps what is still being sent at the end, until the hall has it', () => {
    const wrote = reduce(inside, {
      type: 'here:wrote',
      id: 'm1',
      text: 'mine',
      at: '2026-05-12T18:20:00.000Z',
    });
    expect(wrote.chat).toMatchObject([{ id: 'm1', from: 'you', state: 'sending' }]);
    const more = reduce(wrote, { type: 'chat', message: message('m2') });
    expect(more.chat.map(({ id }) => id)).toEqual(['m2', 'm1']);
    const back = reduce(reduce(more, { type: 'here:lost' }), entered([message('m2')]));
    expect(back.chat).toMatchObject([{ id: 'm2' }, { id: 'm1', state: 'sending' }]);
    const done = reduce(back, { type: 'chat', message: message('m1', { from: 'you' }) });
    expect(done.chat).toMatchObject([{ id: 'm2' }, { id: 'm1', state: 'said' }]);
  });

  test('marks what the hall refused and keeps its text', () => {
    const wrote = reduce(inside, {
      type: 'here:wrote',
      id: 'm1',
      text: 'mine',
      at: '2026-05-12T18:20:00.000Z',
    });
    expect(reduce(wrote, { type: 'here:chat-refused', id: 'm1' }).chat).toMatchObject([
      { text: 'mine', state: 'failed' },
    ]);
  });

  test('counts what others wrote while it was not seen', () => {
    const two = ['m1', 'm2'].reduce(
      (state, id) => reduce(state, { type: 'chat', message: message(id) }),
      inside,
    );
    expect(two.unread).toBe(2);
    expect(reduce(two, { type: 'chat', message: message('m2') }).unread).toBe(2);
    expect(reduce(two, { type: 'chat', message: message('m3', { from: 'you' }) }).unread).toBe(2);
    const seen = reduce(two, { type: 'here:chat-seen', seen: true });
    expect(seen.unread).toBe(0);
    expect(reduce(seen, { type: 'chat', message: message('m4') }).unread).toBe(0);
  });
});

describe('the ways out', () => {
  test.each([
    [
      { type: 'ended', by: 'Noémie Tremblay' },
      { why: 'ended', by: 'Noémie Tremblay' },
    ],
    [{ type: 'here:ended' }, { why: 'ended-here' }],
    [{ type: 'here:left' }, { why: 'left' }],
    [{ type: 'here:refused', code: 'denied' }, { why: 'denied' }],
    [{ type: 'here:refused', code: 'meeting-full' }, { why: 'full' }],
    [
      { type: 'here:refused', code: 'meeting-ended' },
      { why: 'ended', by: null },
    ],
    [{ type: 'here:refused', code: 'unknown-token' }, { why: 'unknown-link' }],
    [{ type: 'here:refused', code: 'replaced' }, { why: 'replaced' }],
  ] as const)('%j', (happening, ending) => {
    expect(reduce(inside, happening)).toMatchObject({ phase: 'over', ending, media: 'none' });
  });

  test('the first one stays, and the closing connection is no loss', () => {
    const left = reduce(inside, { type: 'here:left' });
    expect(reduce(left, { type: 'ended', by: null }).ending).toEqual({ why: 'left' });
    expect(reduce(left, { type: 'here:lost' })).toBe(left);
  });

  test('lead back to the door', () => {
    expect(reduce(reduce(inside, { type: 'here:left' }), { type: 'here:again' })).toMatchObject({
      phase: 'connecting',
      ending: null,
      chat: [],
      people: [],
    });
  });
});

test('says that the room is full until a place or the lobby changes', () => {
  const full = reduce(inside, { type: 'here:full' });
  expect(full.full).toBe(true);
  expect(reduce(full, { type: 'left', id: 'b' }).full).toBe(false);
  expect(reduce(full, { type: 'lobby', waiting: [] }).full).toBe(false);
});
