import { describe, expect, it } from 'vitest';
import { Liveness } from './liveness.ts';

const hearEvery = (liveness: Liveness, everyMs: number, fromMs: number, times: number): number => {
  for (let n = 1; n <= times; n++) liveness.heard(fromMs + n * everyMs);
  return fromMs + times * everyMs;
};

describe('a browser', () => {
  it('that never connects is given up after 8 s', () => {
    const liveness = new Liveness(() => true);
    expect(liveness.isDead(60_000)).toBe(false); // nothing was agreed yet
    liveness.connecting(0);
    expect(liveness.isDead(8_000)).toBe(false);
    expect(liveness.isDead(8_001)).toBe(true);
  });

  it('that used to talk all the time is given up after 6 s of silence', () => {
    const liveness = new Liveness(() => true);
    liveness.connecting(0);
    liveness.opened(100);
    const lastMs = hearEvery(liveness, 20, 100, 50);
    expect(liveness.isDead(lastMs + 6_000)).toBe(false);
    expect(liveness.isDead(lastMs + 6_001)).toBe(true);
  });

  it('that only reports every few seconds gets more time', () => {
    const liveness = new Liveness(() => true);
    liveness.opened(0);
    const lastMs = hearEvery(liveness, 5_000, 0, 5);
    expect(liveness.isDead(lastMs + 16_000)).toBe(false);
    expect(liveness.isDead(lastMs + 16_001)).toBe(true);
  });

  it('may be silent when nothing is expected of it', () => {
    let ought = false;
    const liveness = new Liveness(() => ought);
    liveness.opened(0);
    hearEvery(liveness, 20, 0, 50);
    expect(liveness.isDead(3_600_000)).toBe(false);
    ought = true;
    liveness.expectAnew(3_600_000);
    expect(liveness.isDead(3_605_000)).toBe(false);
    expect(liveness.isDead(3_606_001)).toBe(true);
  });
});
