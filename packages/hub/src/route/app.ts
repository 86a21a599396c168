import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Asker, HouseHere } from './here.ts';
import { Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on an address that belongs to no co-op. */
    house: HouseHere | null;
    asker: Asker | null;
  }
  interface FastifyContextConfig {
    /** The act of the policy table that this route performs. Every route under `/api` names one. */
    act?: string;
  }
}

/** The hub's HTTP server, as a room's `routes.ts` sees it: bodies and answers are checked by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What a room hands to `hub.ts` to be served. */
export type Routes = (app: App) => void;

/** The house of this request, or 404 where no co-op lives. */
export function houseOf(request: FastifyRequest): HouseHere {
  if (request.house === null) throw new Refusal('not-found');
  return request.house;
}

/** Who asks, or 401. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Refusal('not-signed-in');
  return request.asker;
}
