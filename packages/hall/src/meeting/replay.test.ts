import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLine } from '../journal/line.ts';
import { readJournal } from '../journal/read.ts';
import { MeetingStory } from '../testing/meeting-story.ts';
import { changeDevices, enter, leave, loseConnection } from './attendees.ts';
import { say } from './chat.ts';
import { endForAll } from './ending.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import { due } from './expiry.ts';
import { apply } from './fold.ts';
import { moveHand } from './hand.ts';
import { admit, deny } from './lobby.ts';
import { emptyState, present } from './state.ts';

const SEATS = ['mod', 'ann', 'ben', 'guest'] as const;
const DEVICES = { mic: 'on', camera: 'off' } as const;

/** Everything that people and time may do, in any order. */
const act = fc.record({
  what: fc.constantFrom('enter', 'leave', 'lose', 'hand', 'chat', 'admit', 'deny', 'devices', 'time', 'end'),
  who: fc.constantFrom(...SEATS),
  text: fc.string({ unit: 'binary', minLength: 1 }),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function decide(story: MeetingStory, { what, who, text }: Act): readonly MeetingEvent[] {
  const { state, now } = story;
  const value = (result: { ok: boolean; value?: MeetingEvent[] }) => result.value ?? [];
  switch (what) {
    case 'enter':
      return value(enter(state, who, DEVICES));
    case 'leave':
      return leave(state, who, now);
    case 'lose':
      return loseConnection(state, who, { since: now, keptUntil: now + 20_000 });
    case 'hand':
      return moveHand(state, who, text.length % 2 === 0);
    case 'chat':
      return say(state, who, { id: text, text });
    case 'admit':
      return value(admit(state, who, SEATS));
    case 'deny':
      return value(deny(state, who, ['guest']));
    case 'devices':
      return changeDevices(state, who, { mic: 'off', camera: 'on' });
    case 'time':
      return due(state, story.after(15_000).now);
    case 'end':
      return value(endForAll(state, who, now));
  }
  return [];
}

function tell(acts: readonly Act[]): MeetingStory {
  const story = new MeetingStory({ maxParticipants: 3 })
    .seat('mod', { role: 'MODERATOR' })
    .seat('ann')
    .seat('ben')
    .seat('guest', { guest: true }, 'ask');
  for (const one of acts) story.happens(decide(story, one));
  return story;
}

describe('whatever happens', () => {
  it('the journal tells the same state', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const story = tell(acts);
        const content = readJournal(Buffer.from(story.told.map(encodeLine).join('')));
        expect(content.end).toBe('clean');
        const state = emptyState(story.state.settings);
        for (const event of content.values as Recorded[]) apply(state, event);
        expect(state).toEqual(story.state);
      }),
    );
  });

  it('every join has one leave at most, and none is left without a join', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const story = tell(acts);
        const inside = new Set<string>();
        for (const { name, seat } of story.state.notices) {
          if (name === 'user-joined') {
            expect(inside.has(seat?.id ?? '')).toBe(false);
            inside.add(seat?.id ?? '');
          }
          if (name === 'user-left') expect(inside.delete(seat?.id ?? '')).toBe(true);
        }
        expect(
          present(story.state)
            .map(({ seat }) => seat.id)
            .toSorted(),
        ).toEqual([...inside].toSorted());
        expect(present(story.state).length).toBeLessThanOrEqual(3);
        if (story.state.ended) expect(inside.size).toBe(0);
      }),
    );
  });
});
