import type {} from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '../route/index.ts';

/**
 * How often one network may ask a route, per hub process. Far above what the people behind one address do in a
 * gathering; what guards a single mailbox is counted per address, in the database.
 */
export const perNetwork = (max: number) => ({
  max,
  timeWindow: 15 * 60_000,
  keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
});
