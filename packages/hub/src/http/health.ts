import type { App } from '../route/index.ts';
import type { HttpOptions } from './options.ts';

/** `GET /health`: 200 while the database answers, 503 while it does not. For proxies, scripts and unit files. */
export function serveHealth(app: App, options: Pick<HttpOptions, 'checkHealth' | 'version'>): void {
  app.get('/health', { config: { act: 'health' } }, async (request, reply) => {
    const ok = await options.checkHealth().then(
      () => true,
      (cause: unknown) => {
        request.log.error({ err: cause }, 'the database does not answer');
        return false;
      },
    );
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, version: options.version });
  });
}
