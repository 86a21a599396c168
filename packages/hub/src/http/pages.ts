import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { acceptedLanguages, pickLanguage } from '@koinon/ui/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../route/index.ts';
import type { HttpOptions } from './options.ts';
import { answerNotFound } from './problems.ts';

// The pages' own addresses; hub-web's router has the same. Anything else is shown as "not found", with that status.
const pages = [/^\/$/, /^\/sign-in(\/link)?$/, /^\/(me|desk|outbox)$/, /^\/rooms\/[^/]+$/, /^\/r\/[^/]+$/];

/** The hub's pages: one document for every address, dressed for its house, and assets that never change. */
export async function servePages(
  app: App,
  { webRoot, sourceUrl }: Pick<HttpOptions, 'webRoot' | 'sourceUrl'>,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    index: false,
    maxAge: '365d',
    immutable: true,
    decorateReply: false,
  });
  const template = filled(await readFile(join(webRoot, 'index.html'), 'utf8'), {
    __SOURCE__: sourceUrl ?? '',
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const page = request.method === 'GET' || request.method === 'HEAD';
    if (!page || path.startsWith('/api/') || path.startsWith('/assets/')) return answerNotFound(reply);
    const found = pages.some((known) => known.test(path));
    return send(request, reply.code(found ? 200 : 404), template);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, template: string): FastifyReply {
  const { house } = request;
  const offered = house?.languages ?? ['en', 'fr'];
  const preferred = acceptedLanguages(request.headers['accept-language']);
  const values: Record<string, string> = {
    __BASE__: house?.base ?? '',
    __LANG__: pickLanguage({ chosen: null, offered, preferred }),
    __TITLE__: house?.name ?? 'Koinon',
  };
  const page = filled(template, values);
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
}

/** Puts values in the places of their words; a word without a value stays. */
function filled(template: string, values: Record<string, string>): string {
  return template.replace(/__[A-Z]+__/g, (word) => escapeHtml(values[word] ?? word));
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
