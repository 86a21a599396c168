import { readFile } from 'node:fs/promises';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyRateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { type App, networkOf } from '../route/index.ts';
import { watchArrivals } from './arrival.ts';
import { serveBrand } from './brand.ts';
import { serveChanges } from './changes.ts';
import { serveHealth } from './health.ts';
import type { HttpOptions } from './options.ts';
import { servePages } from './pages.ts';
import { rewriteHousePath } from './place.ts';
import { answerError } from './problems.ts';
import { securityHeaders } from './security-headers.ts';

// No body of this API needs more; slides and other uploads will have a limit of their own.
const bodyLimitBytes = 64 * 1024;

/**
 * The hub's HTTP server with the routes of every room, not listening yet. Each route below `/api` must name its act.
 */
export async function createHttp(options: HttpOptions): Promise<App> {
  const tls = options.tls && {
    cert: await readFile(options.tls.cert),
    key: await readFile(options.tls.key),
  };
  const app: App = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    // As long as a whole request line may be: routes check what they are given, and answer in our words.
    routerOptions: { maxParamLength: 16_384 },
    trustProxy: options.trustProxy.length > 0 ? options.trustProxy : false,
    rewriteUrl: rewriteHousePath,
    // Open event streams would hold a closing hub for ever.
    forceCloseConnections: true,
    ...(tls ? { https: tls } : {}),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.addHook('onRoute', ({ path, config }) => {
    if (path.startsWith('/api/') && config?.act === undefined) throw new Error(`${path} names no act`);
  });
  const headers = securityHeaders(options.url.protocol === 'https:');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register(fastifyRateLimit, { global: false, keyGenerator: ({ ip }) => networkOf(ip) });
  watchArrivals(app, options);
  serveHealth(app, options);
  serveBrand(app);
  serveChanges(app, options);
  for (const routes of options.rooms) routes(app);
  await servePages(app, options);
  return app;
}
