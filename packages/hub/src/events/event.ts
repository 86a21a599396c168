import type { z } from 'zod';

/** A kind of event: its name and what it carries. Ids only: events outlive the data of the people in them. */
export interface EventType<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** Names a kind of event, `<room>.<what happened>`. */
export function eventOf<Payload>(name: string, payload: z.ZodType<Payload>): EventType<Payload> {
  return { name, payload };
}

/** Something that has happened. */
export interface DomainEvent<Payload> {
  readonly id: string;
  readonly type: string;
  /** The house in whose door it was told; null for the federation's own. */
  readonly coopId: string | null;
  readonly aggregate: string;
  readonly payload: Payload;
  readonly at: Date;
}

/** Who wants to be told of one kind of event. */
export interface Subscriber {
  /** `<room>.<what it does>`; kept in the database, so it must not change. */
  readonly name: string;
  readonly type: string;
  handle(event: DomainEvent<unknown>): Promise<void>;
}

/**
 * Subscribes to a kind of event. `handle` is called at least once for each, in order for one aggregate, outside
 * every door; when it throws it is called again later. See {@link once}. It must be quick: slow work is a job.
 */
export function on<Payload>(
  type: EventType<Payload>,
  name: string,
  handle: (event: DomainEvent<Payload>) => Promise<void>,
): Subscriber {
  return {
    name,
    type: type.name,
    handle: async (event) => handle({ ...event, payload: type.payload.parse(event.payload) }),
  };
}
