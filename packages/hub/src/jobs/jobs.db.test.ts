import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../clock/index.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createEvents, type Relay, startRelay } from '../events/index.ts';
import { createIds } from '../ids/index.ts';
import { createJobs, jobOf, startRecurring, startWorkshop, type Workshop, work } from './index.ts';

const greet = jobOf('test.greet', z.object({ name: z.string() }), { retries: 2 });
const ids = createIds(systemClock);
const log = pino({ level: 'silent' });

testDatabases('jobs', (at) => {
  const events = createEvents({ clock: systemClock, ids });
  const jobs = createJobs({ events, clock: systemClock, ids });
  const greeted: string[] = [];
  let failures = 1;
  let workshop: Workshop;
  let relay: Relay;

  beforeAll(async () => {
    const worker = work(greet, async ({ name }) => {
      if (name === 'Tom' && failures-- > 0) throw new Error('not yet');
      greeted.push(name);
    });
    workshop = await startWorkshop(at.db, [worker], log);
    relay = await startRelay({ db: at.db, clock: systemClock, log, subscribers: [workshop.subscriber] });
  });
  afterAll(async () => {
    await relay?.stop();
    await workshop?.stop();
  });

  test('a job is done after the transaction that asked for it, soon', async () => {
    const from = performance.now();
    await at.db.asFederation((tx) => jobs.ask(tx, greet, { name: 'Priya' }));
    await vi.waitFor(() => expect(greeted).toEqual(['Priya']), { timeout: 10_000, interval: 10 });
    // Well under the polling interval: NOTIFY woke the worker.
    expect(performance.now() - from).toBeLessThan(4_000);
  });

  test('jobs that come together are done together, none waits for the next look', async () => {
    const many = Array.from({ length: 35 }, (_, n) => `guest ${n}`);
    const from = performance.now();
    await Promise.all(many.map((name) => at.db.asFederation((tx) => jobs.ask(tx, greet, { name }))));
    await vi.waitFor(() => expect(greeted).toEqual(expect.arrayContaining(many)), { timeout: 20_000 });
    expect(greeted).toHaveLength(1 + many.length);
    // One after the other at the pace of the looks, it would be three minutes.
    expect(performance.now() - from).toBeLessThan(20_000);
    greeted.splice(1);
  });

  test('a job of an undone transaction is never done, and a failed one is tried again', async () => {
    const undone = at.db.asFederation(async (tx) => {
      await jobs.ask(tx, greet, { name: 'Nobody' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await at.db.asFederation((tx) => jobs.ask(tx, greet, { name: 'Tom' }));
    await vi.waitFor(() => expect(greeted).toEqual(['Priya', 'Tom']), { timeout: 25_000, interval: 50 });
  }, 30_000);

  test('rounds come again, do not overlap, and end with the hub', async () => {
    let runs = 0;
    let inside = 0;
    const stop = startRecurring(
      [
        {
          name: 'test.round',
          everyS: 0.01,
          run: async () => {
            inside += 1;
            expect(inside).toBe(1);
            await at.db.asFederation(async () => undefined);
            inside -= 1;
            runs += 1;
            if (runs === 2) throw new Error('a failure does not end the rounds');
          },
        },
      ],
      { db: at.db, clock: systemClock, log },
    );
    await vi.waitFor(() => expect(runs).toBeGreaterThan(3), { timeout: 10_000 });
    await stop();
    const after = runs;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(runs).toBe(after);
  });
});
