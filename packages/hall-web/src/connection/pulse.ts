import type { Clock } from '../clock.ts';
import type { Channel } from './channel.ts';

const QUIET_MS = 5000;
const PATIENCE_MS = 4000;

/**
 * Notices a connection that died without closing (a laptop that slept, a network that changed): after five quiet
 * seconds it asks, and after four more without a word it closes the channel. The hall keeps a lost seat for 20 s.
 */
export class Pulse {
  readonly #clock: Clock;
  readonly #channel: Channel;
  #cancel = () => {};
  #stopped = false;

  constructor(clock: Clock, channel: Channel) {
    this.#clock = clock;
    this.#channel = channel;
    this.heard();
  }

  /** Any message is a sign of life. */
  heard(): void {
    if (this.#stopped) return;
    this.#cancel();
    this.#cancel = this.#clock.after(QUIET_MS, () => this.check());
  }

  /** Asks now. */
  check(): void {
    if (this.#stopped) return;
    this.#cancel();
    this.#cancel = this.#clock.after(PATIENCE_MS, () => this.#channel.close());
    void this.#channel.ask({ type: 'ping' });
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }
}
