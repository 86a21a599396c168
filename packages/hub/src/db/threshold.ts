import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedDoor } from './errors.ts';

/** Knows whether the running code stands inside an open door, and refuses a second one. */
export class Threshold {
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  /** For what waits for its turn as well, but is no door. */
  stayOutside(): void {
    if (this.#inside.getStore()?.open) throw new NestedDoor();
  }

  async pass<T>(work: (door: { open: boolean }) => Promise<T>): Promise<T> {
    this.stayOutside();
    const door = { open: true };
    return this.#inside.run(door, async () => {
      try {
        return await work(door);
      } finally {
        door.open = false;
      }
    });
  }
}
