import type { Cancel, Clock } from '../clock.ts';

export interface RetryQueueOptions<T> {
  clock: Clock;
  /** The pauses before the second try, the third, and so on; after the last one the queue gives up. */
  pausesMs: readonly number[];
  /** Does the task and tells whether it worked. Must not throw. */
  attempt: (task: T) => Promise<boolean>;
  done: (task: T) => void;
  /** Called with every task that is left; the queue is closed then. */
  gaveUp: (tasks: readonly T[]) => void;
}

/** Does tasks strictly in order: a later one waits while an earlier one is being tried again. */
export class RetryQueue<T> {
  readonly #options: RetryQueueOptions<T>;
  #tasks: T[] = [];
  #failures = 0;
  #running: Promise<void> | null = null;
  #cancelPause: Cancel | null = null;
  #closed = false;

  constructor(options: RetryQueueOptions<T>) {
    this.#options = options;
  }

  push(task: T): void {
    if (this.#closed) return;
    this.#tasks.push(task);
    this.#next();
  }

  /** Starts nothing more. Resolves when the attempt under way is over. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelPause?.();
    await this.#running;
  }

  /** Closes at once and gives what is left, the task under way included: nobody waits for it any more. */
  abandon(): T[] {
    this.#closed = true;
    this.#cancelPause?.();
    return this.#tasks.splice(0);
  }

  #next(): void {
    const task = this.#tasks[0];
    if (task === undefined || this.#closed || this.#running !== null || this.#cancelPause !== null) return;
    this.#running = this.#try(task).finally(() => {
      this.#running = null;
      this.#next();
    });
  }

  async #try(task: T): Promise<void> {
    const worked = await this.#options.attempt(task);
    if (this.#tasks[0] !== task) return;
    if (worked) {
      this.#failures = 0;
      this.#tasks.shift();
      this.#options.done(task);
      return;
    }
    if (this.#closed) return;
    const pauseMs = this.#options.pausesMs[this.#failures];
    if (pauseMs === undefined) return this.#giveUp();
    this.#failures += 1;
    this.#cancelPause = this.#options.clock.after(pauseMs, () => {
      this.#cancelPause = null;
      this.#next();
    });
  }

  #giveUp(): void {
    this.#options.gaveUp(this.abandon());
  }
}
