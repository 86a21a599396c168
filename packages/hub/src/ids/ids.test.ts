import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handClock } from '../clock/index.ts';
import { createIds, isId } from './index.ts';

test('ids are UUIDv7, carry their time, never repeat and sort as they were made', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6000 }), (steps) => {
      const clock = handClock(new Date('2026-01-01T00:00:00Z'));
      const next = createIds(clock);
      let last = '';
      for (const step of steps) {
        clock.turn(step === 3 ? 1 : 0);
        const id = next();
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe('7');
        expect(id > last).toBe(true);
        last = id;
      }
    }),
    { numRuns: 10 },
  );
});

test('the time of an id is the time of the clock', () => {
  const clock = handClock();
  const id = createIds(clock)();
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(clock.now().getTime());
});

test('a clock that goes back does not bring an id before the last', () => {
  const times = [new Date(2_000), new Date(1_000)];
  const next = createIds({ now: () => times.shift() ?? new Date(1_000) });
  const first = next();
  expect(next() > first).toBe(true);
});

test.each(['', 'x', '0199-', '01990000-0000-7000-8000-00000000000G', "' or 1=1"])('%j is no id', (text) => {
  expect(isId(text)).toBe(false);
});
