import type { Clock } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import type { Events } from '../events/index.ts';
import type { Ids } from '../ids/index.ts';
import { type JobType, jobAsked } from './job.ts';

/** Asks for work to be done later. */
export interface Jobs {
  /** The job is there if, and only if, this transaction commits. `afterS`: not before so many seconds. */
  ask<Payload>(tx: Tx, type: JobType<Payload>, payload: Payload, when?: { afterS?: number }): Promise<void>;
}

export function createJobs({
  events,
  clock,
  ids,
}: {
  events: Events;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
}): Jobs {
  return {
    async ask(tx, type, payload, { afterS = 0 } = {}) {
      const notBefore = afterS > 0 ? new Date(clock.now().getTime() + afterS * 1_000).toISOString() : null;
      await events.tell(tx, jobAsked, {
        aggregate: `job:${ids()}`,
        payload: { queue: type.name, payload: type.payload.parse(payload), notBefore },
      });
    },
  };
}
