import type { Cancel, Clock } from '../clock.ts';
import type { Connection } from './connection.ts';

const BEAT_MS = 3_000;
/** With a beat in between, a dead connection is noticed 7 to 10 seconds after its last sign of life. */
const SILENCE_MS = 7_000;
/** Whoever opens a connection says who they are within this time. */
const GREETING_MS = 10_000;

/** The part of a connection that has a pulse. */
type Pulse = Pick<Connection, 'stage' | 'lastSeen' | 'ping' | 'declareDead'>;

/** Asks every connection now and then for a sign of life and cuts those that give none. */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #connections = new Map<Pulse, number>();
  #cancel: Cancel;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#cancel = clock.after(BEAT_MS, () => this.#beat());
  }

  get size(): number {
    return this.#connections.size;
  }

  watch(connection: Pulse): void {
    this.#connections.set(connection, this.#clock.now());
  }

  forget(connection: Pulse): void {
    this.#connections.delete(connection);
  }

  stop(): void {
    this.#cancel();
  }

  #beat(): void {
    const now = this.#clock.now();
    for (const [connection, since] of this.#connections) {
      const silent = now - connection.lastSeen >= SILENCE_MS;
      const nameless = connection.stage === 'new' && now - since >= GREETING_MS;
      if (silent || nameless) connection.declareDead();
      else connection.ping();
    }
    this.#cancel = this.#clock.after(BEAT_MS, () => this.#beat());
  }
}
