import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';

/** Something that is looked after again and again, by one hub of all that share the database. */
export interface Recurring {
  readonly name: string;
  /** From the end of one run to the start of the next. */
  readonly everyS: number;
  run(): Promise<void>;
}

/** Starts the rounds; the first comes at once. The answer stops them and waits for those that are under way. */
export function startRecurring(
  rounds: readonly Recurring[],
  { db, clock, log }: { db: Pick<Database, 'lead'>; clock: Clock; log: Pick<Logger, 'warn'> },
): () => Promise<void> {
  let stopped = false;
  const timers = new Map<string, () => void>();
  const underWay = new Map<string, Promise<void>>();

  const go = async (round: Recurring): Promise<void> => {
    try {
      if (await db.lead(`round ${round.name}`)) await round.run();
    } catch (error) {
      if (!stopped) log.warn({ err: error, round: round.name }, 'a round failed');
    }
    if (!stopped)
      timers.set(
        round.name,
        clock.after(round.everyS * 1_000, () => start(round)),
      );
  };
  const start = (round: Recurring): void => {
    underWay.set(round.name, go(round));
  };
  for (const round of rounds) start(round);

  return async () => {
    stopped = true;
    for (const cancel of timers.values()) cancel();
    await Promise.all(underWay.values());
  };
}
