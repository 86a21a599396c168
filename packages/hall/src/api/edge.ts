import {
  BbbError,
  InternalError,
  SizeError,
  UnsupportedRequestError,
  verify,
  writeError,
} from '@koinon/bbb-api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formOf, readBodies } from './body.ts';
import type { ApiCall, ApiGround } from './call.ts';
import { create } from './calls/create.ts';
import { end } from './calls/end.ts';
import { getMeetingInfo } from './calls/get-meeting-info.ts';
import { getMeetings } from './calls/get-meetings.ts';
import { getRecordings } from './calls/get-recordings.ts';
import { hooksCreate } from './calls/hooks-create.ts';
import { hooksDestroy } from './calls/hooks-destroy.ts';
import { hooksList } from './calls/hooks-list.ts';
import { indexJson, indexXml } from './calls/index-call.ts';
import { isMeetingRunning } from './calls/is-meeting-running.ts';
import { join } from './calls/join.ts';
import { errorPage, wantsRedirect } from './join-error.ts';

export const API_PATH = '/bigbluebutton/api';

const calls: Record<string, ApiCall> = {
  create,
  isMeetingRunning,
  getMeetingInfo,
  getMeetings,
  end,
  getRecordings,
  'hooks/create': hooksCreate,
  'hooks/list': hooksList,
  'hooks/destroy': hooksDestroy,
};

const GET_ONLY = new Set(['join', 'hooks/create', 'hooks/list', 'hooks/destroy']);

/** BigBlueButton's API as this hall speaks it. Errors of the API travel with status 200. */
export async function apiEdge(
  app: FastifyInstance,
  options: { ground: ApiGround; secret: string },
): Promise<void> {
  const { ground, secret } = options;
  readBodies(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
  });
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof BbbError) && statusOf(error) !== 413) {
      request.log.error({ err: error }, 'a call of the API failed');
    }
    return sendXml(reply, writeError(wireError(error)));
  });

  const answerIndex = (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.headers['content-type']?.includes('json')) return sendXml(reply, indexXml());
    return reply.type('application/json; charset=utf-8').send(indexJson());
  };
  app.get('/', answerIndex);

  app.get('/join', async (request, reply) => {
    // Until the checksum is proven, addresses in the query are anybody's; what follows reads the proven part alone.
    let parameters = new URLSearchParams(queryOf(request));
    let isProven = false;
    try {
      ({ parameters } = verifiedCall(request, 'join', secret));
      isProven = true;
      const joined = await join(ground, parameters);
      return wantsRedirect(parameters) ? reply.redirect(joined.url, 302) : sendXml(reply, joined.xml);
    } catch (error) {
      if (!(error instanceof BbbError) || !wantsRedirect(parameters)) throw error;
      const given = isProven ? parameters : new URLSearchParams();
      return reply.redirect(errorPage(error, given, ground.url()), 302);
    }
  });

  app.all('/*', async (request, reply) => {
    const callName = (request.params as { '*': string })['*'];
    const call = Object.hasOwn(calls, callName) ? calls[callName] : undefined;
    const isPost = request.method === 'POST';
    if (!call || (request.method !== 'GET' && !isPost) || (isPost && GET_ONLY.has(callName))) {
      throw new UnsupportedRequestError();
    }
    return sendXml(reply, await call(ground, verifiedCall(request, callName, secret).parameters));
  });
}

function verifiedCall(
  request: FastifyRequest,
  callName: string,
  secret: string,
): { parameters: URLSearchParams } {
  const form = formOf(request, callName === 'create');
  return verify({ callName, queryString: queryOf(request), form }, [secret]);
}

/** The text after `?`, exactly as it came: it is what was signed. */
function queryOf(request: FastifyRequest): string {
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

function sendXml(reply: FastifyReply, xml: string): FastifyReply {
  return reply.code(200).type('text/xml; charset=utf-8').send(xml);
}

function wireError(error: unknown): BbbError {
  if (error instanceof BbbError) return error;
  return statusOf(error) === 413 ? new SizeError('The request is too large') : new InternalError();
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}
