import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { acceptedLanguages, pickLanguage } from '@koinon/ui/language';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../route/index.ts';
import { answerNotFound } from './problems.ts';

// The pages' own addresses; hub-web's router has the same. Anything else is shown as "not found", with that status.
const pages = [/^\/$/, /^\/sign-in(\/link)?$/, /^\/(me|desk|outbox)$/, /^\/rooms\/[^/]+$/, /^\/r\/[^/]+$/];

/** The hub's pages: one document for every address, dressed for its house, and assets that never change. */
export async function servePages(app: App, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    index: false,
    maxAge: '365d',
    immutable: true,
    decorateReply: false,
  });
  const template = await readFile(join(webRoot, 'index.html'), 'utf8');
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
  const page = template.replace(/__(?:BASE|LANG|TITLE)__/g, (word) => escapeHtml(values[word] ?? ''));
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
