import { CLOSE, type FromBrowser } from '../protocol/index.ts';
import type { Connection } from './connection.ts';
import { dispatch, isMedia } from './dispatch.ts';
import type { HallFloor } from './hall-floor.ts';

/** A disk or a media engine that does not answer must not fill the memory with what browsers say meanwhile. */
const MOST_WAITING = 100;

/** One thing after another, in the order in which a browser says it; media in a lane of its own. */
export class MessageQueue {
  readonly #floor: HallFloor;
  readonly #connection: Connection;
  #lane: Promise<void> = Promise.resolve();
  #mediaLane: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(floor: HallFloor, connection: Connection) {
    this.#floor = floor;
    this.#connection = connection;
  }

  /** False, and nothing is done, while too many wait already. */
  push(message: FromBrowser): boolean {
    if (this.#waiting >= MOST_WAITING) return false;
    this.#waiting += 1;
    if (isMedia(message)) {
      const before = Promise.all([this.#lane, this.#mediaLane]);
      this.#mediaLane = before.then(() => this.#handle(message));
    } else {
      this.#lane = this.#lane.then(() => this.#handle(message));
    }
    return true;
  }

  async #handle(message: FromBrowser): Promise<void> {
    try {
      if (!this.#connection.isOpen) return;
      await dispatch(this.#floor, this.#connection, message);
    } catch (err) {
      this.#floor.log.error({ err, type: message.type }, 'a message could not be handled');
      this.#connection.close(CLOSE.bug, 'internal error');
    } finally {
      this.#waiting -= 1;
    }
  }
}
