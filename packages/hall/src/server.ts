import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
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
    rewriteUrl: ({ url = '/' }: IncomingMessage) => decodable(url),
  };
  if (!tls) return Fastify(common);
  const [cert, key] = await Promise.all([readFile(tls.cert), readFile(tls.key)]);
  return Fastify({ ...common, https: { cert, key } }) as unknown as FastifyInstance;
}

/** An address that does not decode (`/%zz`) is taken letter by letter: it then leads nowhere, as any unknown one does. */
function decodable(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
