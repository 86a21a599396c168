import type { Cancel, Clock } from '../clock.ts';
import { EngineLost, type MediaEngine } from './engine.ts';

/** Lets people wait a moment for an engine that is restarting. */
export class EngineWatch {
  readonly #clock: Clock;
  #isReady: boolean;
  #waiting = new Set<() => void>();

  constructor(engine: MediaEngine, clock: Clock) {
    this.#clock = clock;
    this.#isReady = engine.health().ready;
    engine.onState((state) => {
      this.#isReady = state === 'ready';
      if (!this.#isReady) return;
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    });
  }

  /** Resolves when the engine can be used; rejects with EngineLost after the patience is over. */
  ready(patienceMs: number): Promise<void> {
    if (this.#isReady) return Promise.resolve();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let cancel: Cancel = () => undefined;
    const wake = (): void => {
      cancel();
      resolve();
    };
    cancel = this.#clock.after(patienceMs, () => {
      this.#waiting.delete(wake);
      reject(new EngineLost('The media engine is restarting.'));
    });
    this.#waiting.add(wake);
    return promise;
  }
}
