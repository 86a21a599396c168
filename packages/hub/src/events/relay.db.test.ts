import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { handClock, systemClock } from '../clock/index.ts';
import { coops } from '../coops/tables.ts';
import { testDatabases } from '../db/testing/index.ts';
import { createIds } from '../ids/index.ts';
import { createEvents, eventOf, on, once, type Relay, type Subscriber, startRelay } from './index.ts';
import { outbox } from './tables.ts';

const rang = eventOf('test.rang', z.object({ n: z.int() }));
const ids = createIds(systemClock);
const log = pino({ level: 'silent' });

testDatabases('the outbox', (at) => {
  const clock = handClock();
  const events = createEvents({ clock, ids });
  const coopId = ids();
  let relay: Relay | null = null;

  const start = async (...subscribers: Subscriber[]) => {
    relay = await startRelay({ db: at.db, clock, log, subscribers });
    return relay;
  };
  const ring = (aggregate: string, ...ns: number[]) =>
    at.db.asFederation(async (tx) => {
      for (const n of ns) await events.tell(tx, rang, { aggregate, payload: { n } });
    });

  afterEach(async () => {
    await relay?.stop();
    await at.db.asFederation((tx) => tx.delete(outbox));
  });

  test('an event is told after its transaction committed, and not at all when it did not', async () => {
    const heard: number[] = [];
    const { carry } = await start(on(rang, 'test.hear', async (event) => void heard.push(event.payload.n)));
    await at.db
      .asFederation(async (tx) => {
        await events.tell(tx, rang, { aggregate: 'a', payload: { n: 1 } });
        throw new Error('undone');
      })
      .catch(() => undefined);
    await ring('a', 2);
    await carry();
    expect(heard).toEqual([2]);
    await carry();
    expect(heard).toEqual([2]);
  });

  test('an event tells in whose house it happened', async () => {
    await at.db.asFederation((tx) => tx.insert(coops).values(house(coopId)));
    await at.db.asCoop(coopId, (tx) => events.tell(tx, rang, { aggregate: 'a', payload: { n: 1 } }));
    const heard: (string | null)[] = [];
    const { carry } = await start(on(rang, 'test.hear', async (event) => void heard.push(event.coopId)));
    await carry();
    expect(heard).toEqual([coopId]);
  });

  test('a failing subscriber holds back its aggregate in order, and nothing else', async () => {
    const heard: string[] = [];
    let broken = true;
    const { carry } = await start(
      on(rang, 'test.hear', async ({ aggregate, payload }) => {
        if (aggregate === 'a' && broken) throw new Error('broken');
        heard.push(`${aggregate}${payload.n}`);
      }),
      on(
        rang,
        'test.other',
        async ({ aggregate, payload }) => void heard.push(`other ${aggregate}${payload.n}`),
      ),
    );
    await ring('a', 1, 2);
    await ring('b', 3);
    await carry();
    expect(heard).toEqual(['b3', 'other b3']);
    broken = false;
    await carry();
    expect(heard).toEqual(['b3', 'other b3']);
    clock.turn(1_000);
    await carry();
    expect(heard.slice(2)).toEqual(['a1', 'other a1', 'a2', 'other a2']);
  });

  test('a subscriber that already has an event is not told again when another failed', async () => {
    const heard: string[] = [];
    let broken = true;
    const { carry } = await start(
      on(rang, 'test.first', async () => void heard.push('first')),
      on(rang, 'test.second', async () => {
        if (broken) throw new Error('broken');
        heard.push('second');
      }),
    );
    await ring('a', 1);
    await carry();
    broken = false;
    clock.turn(1_000);
    await carry();
    expect(heard).toEqual(['first', 'second']);
  });

  test('what a killed hub left in the outbox is told by the next', async () => {
    await ring('a', 1);
    const heard: number[] = [];
    await (await start(on(rang, 'test.hear', async (event) => void heard.push(event.payload.n)))).carry();
    expect(heard).toEqual([1]);
  });

  test('after many attempts an event is given up, kept for people to see, and lets the next pass', async () => {
    const heard: number[] = [];
    const { carry } = await start(
      on(rang, 'test.hear', async ({ payload }) => {
        if (payload.n === 1) throw new Error('never');
        heard.push(payload.n);
      }),
    );
    await ring('a', 1, 2);
    for (let n = 0; n < 15; n += 1) {
      await carry();
      clock.turn(3_600_000);
    }
    await carry();
    expect(heard).toEqual([2]);
    const kept = await at.db.asFederation((tx) => tx.select({ failure: outbox.failure }).from(outbox));
    expect(kept).toContainEqual({ failure: 'test.hear: never' });
  });

  test('once is true once, however often the event comes', async () => {
    const event = { id: ids(), at: clock.now() };
    const seen = () => at.db.asFederation((tx) => once(tx, 'test.hear', event));
    expect([await seen(), await seen()]).toEqual([true, false]);
    expect(await at.db.asFederation((tx) => once(tx, 'test.other', event))).toBe(true);
  });

  test('a payload of another shape is not told', async () => {
    const wrong = at.db.asFederation((tx) =>
      events.tell(tx, rang, { aggregate: 'a', payload: { n: 'x' } as unknown as { n: number } }),
    );
    await expect(wrong).rejects.toBeInstanceOf(z.ZodError);
  });
});

function house(id: string) {
  return {
    id,
    slug: 'harbour',
    name: 'Harbour',
    paint: '#0a5f78',
    mark: 'waves' as const,
    languages: ['en' as const],
    currency: 'GBP',
    timeZone: 'Europe/London',
    operator: true,
    createdAt: new Date(),
  };
}
