import { readFile } from 'node:fs/promises';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { HallOptions } from './options.ts';

/** An HTTP server, with TLS where there is a certificate. */
export async function makeServer(
  { tls, trustProxy }: Pick<HallOptions, 'tls' | 'trustProxy'>,
  log: Logger,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log;
  const common = {
    loggerInstance,
    // Addresses of the API and of pages hold checksums and tokens: requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
  };
  if (!tls) return Fastify(common);
  const [cert, key] = await Promise.all([readFile(tls.cert), readFile(tls.key)]);
  return Fastify({ ...common, https: { cert, key } }) as unknown as FastifyInstance;
}
