import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import type { Subscriber } from './event.ts';
import * as repository from './outbox.repository.ts';
import { OUTBOX_CHANNEL } from './tell.ts';

export interface RelayGround {
  db: Pick<Database, 'asFederation' | 'listen' | 'lead'>;
  clock: Clock;
  log: Pick<Logger, 'error' | 'warn'>;
  subscribers: readonly Subscriber[];
}

/** Carries events from the outbox to their subscribers. */
export interface Relay {
  /** Carries everything that is due now; resolves when nothing more is. */
  carry(): Promise<void>;
  stop(): Promise<void>;
}

const lookEveryMs = 5_000;
const attemptsAtMost = 15;

/**
 * Starts carrying: one hub of all that share the database does it. Each subscriber that has an event is noted
 * before the next is told, so after a kill at most one of them hears one event again.
 */
export async function startRelay({ db, clock, log, subscribers }: RelayGround): Promise<Relay> {
  let stopped = false;
  let carrying: Promise<void> = Promise.resolve();
  let queued = false;
  let stopTimer: () => void = () => undefined;

  const tell = async (event: repository.Unsettled): Promise<boolean> => {
    const told = [...event.told];
    for (const subscriber of subscribers) {
      if (subscriber.type !== event.type || told.includes(subscriber.name)) continue;
      try {
        await subscriber.handle(event);
      } catch (error) {
        await failed(event, subscriber, error);
        return false;
      }
      told.push(subscriber.name);
      await db.asFederation((tx) => repository.saveTold(tx, event.position, told));
    }
    await db.asFederation((tx) => repository.settle(tx, event.position, clock.now()));
    return true;
  };

  const failed = async (
    event: repository.Unsettled,
    subscriber: Subscriber,
    error: unknown,
  ): Promise<void> => {
    const attempts = event.attempts + 1;
    const failure = `${subscriber.name}: ${error instanceof Error ? error.message : String(error)}`.slice(
      0,
      500,
    );
    const about = { err: error, event: event.id, type: event.type, subscriber: subscriber.name, attempts };
    if (attempts >= attemptsAtMost) {
      log.error(about, 'gave up telling an event');
      await db.asFederation((tx) => repository.giveUp(tx, event.position, clock.now(), failure));
      return;
    }
    log.warn(about, 'an event will be told again');
    const nextAt = new Date(clock.now().getTime() + waitMs(attempts));
    await db.asFederation((tx) => repository.postpone(tx, event.position, { attempts, nextAt, failure }));
  };

  const carryAll = async (): Promise<void> => {
    if (stopped || !(await db.lead('outbox'))) return;
    for (;;) {
      const due = await db.asFederation((tx) => repository.dueEvents(tx, clock.now()));
      const stuck = new Set<string>();
      let moved = 0;
      for (const event of due) {
        if (stopped) return;
        if (stuck.has(event.aggregate)) continue;
        if (await tell(event)) moved += 1;
        else stuck.add(event.aggregate);
      }
      if (moved === 0) return;
    }
  };

  const carry = (): Promise<void> => {
    if (queued) return carrying;
    queued = true;
    carrying = carrying.then(async () => {
      queued = false;
      await carryAll().catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, 'the outbox could not be read');
      });
    });
    return carrying;
  };

  const unlisten = await db.listen(OUTBOX_CHANNEL, () => void carry());
  const look = () => {
    stopTimer = clock.after(lookEveryMs, () => {
      void carry();
      look();
    });
  };
  look();
  void carry();

  return {
    carry,
    async stop() {
      stopped = true;
      stopTimer();
      await unlisten();
      await carrying;
    },
  };
}

/** 1, 2, 4 ... seconds, at most an hour. */
function waitMs(attempts: number): number {
  return Math.min(3_600_000, 1_000 * 2 ** (attempts - 1));
}
