import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Meetings } from '../meeting/index.ts';
import { joinErrors } from './join-errors.ts';
import { plainPage } from './plain-page.ts';
import { pageHeaders } from './security-headers.ts';
import { languageOf, speechIn } from './speech.ts';
import { fillTemplate, readTemplate } from './template.ts';

export interface WebOptions {
  meetings: Meetings;
  url: () => URL;
  /** The folder of the built meeting page. */
  webRoot: string;
  sourceUrl: string | null;
}

/** The meeting page and its assets, and a plain page for whoever comes to the bare address. */
export async function webRoutes(app: FastifyInstance, options: WebOptions): Promise<void> {
  const { webRoot, url } = options;
  await app.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    index: false,
    maxAge: '365d',
    immutable: true,
    // Without a build there is no such folder, and the hall starts all the same.
    suppressWarning: true,
  });

  app.get('/meeting', async (request, reply) => {
    const found = options.meetings.seatOf(tokenOf(request));
    const settings = found?.meeting.settings ?? null;
    const lang = languageOf(found?.attendee.seat.locale ?? null, request.headers['accept-language']);
    const nonce = newNonce();
    const template = await readTemplate(webRoot);
    reply.headers(pageHeaders({ nonce, hallUrl: url(), logo: settings?.logo ?? null }));
    if (template === null) return noBuild(reply, lang, nonce);
    const colour = settings?.metadata['koinon-brand'] ?? '';
    const page = fillTemplate(template, {
      lang,
      nonce,
      coop: settings?.metadata['koinon-house'] ?? null,
      colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : null,
      source: options.sourceUrl,
    });
    return sendPage(reply, found ? 200 : 404, page);
  });

  const bareAddress = (request: FastifyRequest, reply: FastifyReply, status: number) => {
    const lang = languageOf(null, request.headers['accept-language']);
    const speech = speechIn(lang);
    const nonce = newNonce();
    const { errors } = request.query as { errors?: string };
    const sentences = [...joinErrors(errors), 'hall.what' as const].map((id) => speech.say(id));
    reply.headers(pageHeaders({ nonce, hallUrl: url(), logo: null }));
    return sendPage(reply, status, plainPage({ lang, nonce, title: speech.say('hall.title'), sentences }));
  };
  app.get('/', async (request, reply) => bareAddress(request, reply, 200));
  app.setNotFoundHandler(async (request, reply) => bareAddress(request, reply, 404));
}

function noBuild(reply: FastifyReply, lang: string, nonce: string): FastifyReply {
  const speech = speechIn(lang);
  const page = { lang, nonce, title: speech.say('hall.title'), sentences: [speech.say('hall.no-page')] };
  return sendPage(reply, 503, plainPage(page));
}

function tokenOf(request: FastifyRequest): string {
  const { sessionToken } = request.query as { sessionToken?: unknown };
  return typeof sessionToken === 'string' ? sessionToken : '';
}

const newNonce = (): string => randomBytes(18).toString('base64');

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}
