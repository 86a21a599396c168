import type { Cancel, Clock } from '../../clock.ts';
import { EngineLost, MediaRefused } from '../engine.ts';
import type { FromChild } from './ipc.ts';

const giveUpMs = 5_000;

interface Waiting {
  resolve(value: string | null): void;
  reject(error: Error): void;
  cancel: Cancel;
}

/** Requests to the child that are not answered yet. */
export class PendingRequests {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Sends under a new number and waits for the answer; rejects with EngineLost when none comes in 5 s. */
  ask(send: (id: number) => void): Promise<string | null> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(giveUpMs, () => {
        this.waiting.delete(id);
        reject(new EngineLost('the media process does not answer'));
      });
      this.waiting.set(id, { resolve, reject, cancel });
      send(id);
    });
  }

  settle(answer: Extract<FromChild, { id: number }>): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    this.waiting.delete(answer.id);
    waiting.cancel();
    if (answer.type === 'reply') waiting.resolve(answer.value);
    else if (answer.type === 'refusal') waiting.reject(new MediaRefused(answer.reason));
    else waiting.reject(new Error(`the media process failed: ${answer.reason}`));
  }

  /** The child is gone: nobody will answer. */
  abandon(): void {
    for (const { reject, cancel } of this.waiting.values()) {
      cancel();
      reject(new EngineLost('the media process ended'));
    }
    this.waiting.clear();
  }
}
