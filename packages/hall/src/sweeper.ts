import type { Logger } from 'pino';
import type { Cancel, Clock } from './clock.ts';
import type { JournalFolder, LastAlive } from './journal/index.ts';
import type { Meetings } from './meeting/index.ts';
import type { Outgoing } from './outgoing.ts';

const SWEEP_MS = 500;
const PUT_AWAY_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Journals of meetings that are over are removed after so many days. They hold names and chat. */
const CLOSED_KEPT_DAYS = 7;

export interface SweeperParts {
  meetings: Meetings;
  outgoing: Outgoing;
  folder: JournalFolder;
  lastAlive: LastAlive;
  clock: Clock;
  log: Logger;
}

/** Lets time act: on seats and meetings twice a second, on journals once a minute. */
export class Sweeper {
  readonly #parts: SweeperParts;
  #cancel: Cancel;
  #putAwayAt: number;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: SweeperParts) {
    this.#parts = parts;
    this.#putAwayAt = parts.clock.now();
    this.#cancel = parts.clock.after(SWEEP_MS, () => this.#tick());
  }

  async stop(): Promise<void> {
    this.#cancel();
    await this.#running;
  }

  #tick(): void {
    this.#running = this.#sweep()
      .catch((err: unknown) => this.#parts.log.error({ err }, 'a sweep failed'))
      .then(() => {
        this.#cancel = this.#parts.clock.after(SWEEP_MS, () => this.#tick());
      });
  }

  async #sweep(): Promise<void> {
    const { meetings, outgoing, folder, lastAlive, clock, log } = this.#parts;
    const now = clock.now();
    lastAlive.touch(now);
    // A journal that waits for its disk must not stop time for the others.
    meetings.sweep().catch((err: unknown) => log.error({ err }, 'a meeting could not be swept'));
    if (now < this.#putAwayAt) return;
    this.#putAwayAt = now + PUT_AWAY_MS;
    await meetings.putAway((meeting) => outgoing.isSettled(meeting));
    const removed = await folder.removeClosedBefore(now - CLOSED_KEPT_DAYS * DAY_MS);
    if (removed > 0) log.info({ removed }, 'old journals removed');
  }
}
