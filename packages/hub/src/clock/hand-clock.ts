import type { Clock } from './clock.ts';

/** A clock for tests that stands still until it is turned. */
export interface HandClock extends Clock {
  /** Moves the time on and runs what is due, in order. */
  turn(ms: number): void;
}

/** Starts at the given moment. */
export function handClock(start = new Date('2026-11-03T09:00:00Z')): HandClock {
  let now = start.getTime();
  let waiting: { at: number; run: () => void }[] = [];
  return {
    now: () => new Date(now),
    after(delayMs, run) {
      const entry = { at: now + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    turn(ms) {
      const until = now + ms;
      for (;;) {
        const next = waiting.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
  };
}
