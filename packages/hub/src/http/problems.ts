import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Refusal } from '../route/index.ts';
import type { Problem } from './wire.ts';
import { wrongFields } from './wrong-fields.ts';

type Body = Problem['error'];

/** Writes what went wrong as one of the wire's problems. Our own bugs are 500 with a number that is in the log. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) {
    if (error.details.retryAfterS !== undefined) reply.header('retry-after', error.details.retryAfterS);
    return answer(reply, error.status, { code: error.code, ...error.details });
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An address that cannot exist is simply not there.
    if (error.validationContext === 'params') return answer(reply, 404, { code: 'not-found' });
    return answer(reply, 400, { code: 'invalid', fields: wrongFields(error.validation) });
  }
  const status = error.statusCode ?? 500;
  if (status === 429) {
    const retryAfterS = Number(reply.getHeader('retry-after')) || 60;
    return answer(reply, 429, { code: 'too-many', retryAfterS });
  }
  // What Fastify itself refuses: a body that is no JSON, too large, of an unknown type.
  if (status >= 400 && status < 500) return answer(reply, status, { code: 'invalid' });
  const reference = randomBytes(4).toString('hex');
  request.log.error({ err: error, reference }, 'a request failed');
  return answer(reply, 500, { code: 'internal', reference });
}

/** The answer for an address under `/api` that leads nowhere. */
export const answerNotFound = (reply: FastifyReply): FastifyReply =>
  answer(reply, 404, { code: 'not-found' });

function answer(reply: FastifyReply, status: number, error: Body): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ error });
}
