import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from './fact.ts';
import { foldStays } from './fold.ts';

const told = (kind: Fact['kind'], at: number, seat = 'w_1'): Fact => ({ kind, at, seat, precisionS: 0 });
const seen = (kind: Fact['kind'], at: number, precisionS = 10): Fact => ({
  kind,
  at,
  seat: null,
  precisionS,
});
const stay = (from: number, until: number | null, precisionS = 0) => ({ from, until, precisionS });

test.each<[string, Fact[], { at: number; precisionS: number } | null, ReturnType<typeof stay>[]]>([
  ['nobody came', [], null, []],
  ['came and is there', [told('joined', 5)], null, [stay(5, null)]],
  ['came and went', [told('joined', 5), told('left', 9)], null, [stay(5, 9)]],
  [
    'came twice',
    [told('joined', 5), told('left', 9), told('joined', 12)],
    null,
    [stay(5, 9), stay(12, null)],
  ],
  [
    'two browsers are one person',
    [told('joined', 5, 'a'), told('joined', 6, 'b'), told('left', 7, 'a'), told('left', 9, 'b')],
    null,
    [stay(5, 9)],
  ],
  ['the meeting ended', [told('joined', 5)], { at: 20, precisionS: 0 }, [stay(5, 20)]],
  [
    'left told after the end',
    [told('joined', 5), told('left', 21)],
    { at: 20, precisionS: 0 },
    [stay(5, 20)],
  ],
  ['joined told after the end', [told('joined', 25)], { at: 20, precisionS: 0 }, []],
  ['seen only', [seen('joined', 10), seen('left', 40)], null, [stay(10, 40, 10)]],
  [
    'told late, seen before',
    [seen('joined', 10), told('joined', 3), told('left', 8)],
    null,
    [stay(3, 8), stay(10, null, 10)],
  ],
  ['told join, seen after', [told('joined', 3), seen('joined', 10), told('left', 12)], null, [stay(3, 12)]],
  ['seen join, told leave', [seen('joined', 10), told('left', 14)], null, [stay(10, 14, 10)]],
  [
    'told join takes the place of the seen one',
    [seen('joined', 10), told('joined', 11), told('left', 14)],
    null,
    [stay(10, 14, 10)],
  ],
  ['lost leave, seen gone', [told('joined', 3), seen('left', 30)], null, [stay(3, 30, 10)]],
  [
    'leave told before seen gone',
    [told('joined', 3), told('left', 25), seen('left', 30)],
    null,
    [stay(3, 25)],
  ],
  ['leave of an unknown seat', [told('left', 4)], null, []],
  [
    'a seat that comes back',
    [told('joined', 3), told('left', 5), told('joined', 6)],
    null,
    [stay(3, 5), stay(6, null)],
  ],
])('%s', (_, facts, end, stays) => {
  expect(foldStays(facts, end)).toEqual(stays);
});

const facts = fc.array(
  fc.record({
    kind: fc.constantFrom<Fact['kind'][]>('joined', 'left'),
    at: fc.integer({ min: 0, max: 50 }),
    seat: fc.constantFrom('a', 'b', null),
    precisionS: fc.constantFrom(0, 10),
  }),
  { maxLength: 30 },
);
const end = fc.option(fc.record({ at: fc.integer({ min: 0, max: 60 }), precisionS: fc.constantFrom(0, 10) }));

test('order and repetition of arrival change nothing', () => {
  fc.assert(
    fc.property(
      facts.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
        ),
      ),
      end,
      ([once, shuffledTwice], over) => {
        expect(foldStays(shuffledTwice, over)).toEqual(foldStays(once, over));
      },
    ),
  );
});

test('stays follow one another, only the last is open, and none outlives the meeting', () => {
  fc.assert(
    fc.property(facts, end, (all, over) => {
      const stays = foldStays(all, over);
      stays.forEach((one, i) => {
        const next = stays[i + 1];
        if (next) expect(one.until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(next.from);
        if (one.until !== null) expect(one.from).toBeLessThanOrEqual(one.until);
        if (over) expect(one.until).not.toBeNull();
        if (over) expect(one.until ?? 0).toBeLessThanOrEqual(over.at);
      });
    }),
  );
});
