import { expect, test } from 'vitest';
import { beliefOf, type KeptFact, staysByAttendee } from './presence.ts';

const at = (s: number) => new Date(s * 1000);
const told = (kind: 'joined' | 'left', s: number, browser: string, attendeeId: string | null): KeptFact => ({
  kind,
  at: at(s),
  precisionS: 0,
  told: true,
  subject: browser,
  attendeeId,
});

test('a leave without a name belongs to whoever joined with that browser', () => {
  const stays = staysByAttendee([told('left', 9, 'w_1', null), told('joined', 3, 'w_1', 'a')], null);
  expect(stays).toEqual(new Map([['a', [{ from: 3_000, until: 9_000, precisionS: 0 }]]]));
});

test('a leave of nobody known is nobody’s', () => {
  expect(staysByAttendee([told('left', 9, 'w_1', null)], null)).toEqual(new Map());
});

test('attendees are told apart, and seen ones fold with told ones', () => {
  const stays = staysByAttendee(
    [
      told('joined', 1, 'w_1', 'a'),
      told('joined', 2, 'w_2', 'b'),
      { kind: 'left', at: at(30), precisionS: 10, told: false, subject: 'a', attendeeId: 'a' },
    ],
    { at: 40_000, precisionS: 0 },
  );
  expect(Object.fromEntries(stays)).toEqual({
    a: [{ from: 1_000, until: 30_000, precisionS: 10 }],
    b: [{ from: 2_000, until: 40_000, precisionS: 0 }],
  });
});

test('what is believed', () => {
  expect(beliefOf([])).toEqual({ present: false, since: Number.NEGATIVE_INFINITY });
  expect(beliefOf([{ from: 1, until: null, precisionS: 0 }])).toEqual({ present: true, since: 1 });
  expect(beliefOf([{ from: 1, until: 5, precisionS: 0 }])).toEqual({ present: false, since: 5 });
});
