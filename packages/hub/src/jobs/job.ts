import { z } from 'zod';
import { type EventType, eventOf } from '../events/index.ts';

/** A kind of work that is done later, outside the request. */
export interface JobType<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried again after a failure, waiting longer each time. */
  readonly retries: number;
  /** After so long it counts as failed. */
  readonly timeoutS: number;
}

/** Names a kind of job, `<room>.<what to do>`. The payload holds ids, never secrets. */
export function jobOf<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  { retries = 5, timeoutS = 60 }: { retries?: number; timeoutS?: number } = {},
): JobType<Payload> {
  return { name, payload, retries, timeoutS };
}

/** Who does one kind of job. */
export interface Worker {
  readonly type: JobType<unknown>;
  run(payload: unknown, job: { id: string }): Promise<void>;
}

/** `run` is called at least once for each job; when it throws, again later. */
export function work<Payload>(
  type: JobType<Payload>,
  run: (payload: Payload, job: { id: string }) => Promise<void>,
): Worker {
  return {
    type: type as JobType<unknown>,
    run: async (payload, job) => run(type.payload.parse(payload), job),
  };
}

/** Jobs are asked for through the outbox, because no door reaches the queue. */
export const jobAsked: EventType<JobAsked> = eventOf(
  'jobs.asked',
  z.object({ queue: z.string(), payload: z.unknown(), notBefore: z.iso.datetime().nullable() }),
);
export interface JobAsked {
  queue: string;
  payload: unknown;
  notBefore: string | null;
}
