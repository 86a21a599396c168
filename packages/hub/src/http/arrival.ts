import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAct, mayTry } from '../policy/index.ts';
import { type App, Refusal } from '../route/index.ts';
import type { HttpOptions } from './options.ts';
import { comesFromHome } from './origin-check.ts';
import { placeOf } from './place.ts';
import { sessionCookie } from './session-cookie.ts';

/** What every request passes before its route: known host, own origin, which house, who asks, and may they. */
export function watchArrivals(app: App, options: HttpOptions): void {
  app.decorateRequest('house', null);
  app.decorateRequest('asker', null);
  app.addHook('onRequest', async (request, reply) => {
    const { act } = request.routeOptions.config;
    if (act === 'health') return;
    if (!(await isOurHost(request, options))) return turnToConfigured(request, reply, options.url);
    if (!comesFromHome(request.method, request.headers, originsOf(request, options.url))) {
      throw new Refusal('foreign-origin');
    }
    request.house = await options.findHouse(placeOf(request));
    if (act === undefined) return;
    const token = request.cookies[sessionCookie(options.url)];
    if (token) request.asker = await options.findAsker(token, request.house?.id ?? null);
    admit(request, act);
  });
}

function admit(request: FastifyRequest, act: string): void {
  if (!isAct(act)) throw new Error(`The act ${act} is not in the policy table.`);
  const signedIn = request.asker !== null;
  if (mayTry(act, { signedIn, roles: request.asker?.roles ?? [] })) return;
  throw new Refusal(signedIn ? 'not-allowed' : 'not-signed-in');
}

async function isOurHost(request: FastifyRequest, options: HttpOptions): Promise<boolean> {
  return request.hostname === options.url.hostname || (await options.isHouseHost(request.hostname));
}

/** A host name that is nobody's: pages lead to the configured address, everything else is refused. */
function turnToConfigured(request: FastifyRequest, reply: FastifyReply, url: URL): FastifyReply {
  if (request.method !== 'GET' || request.url.startsWith('/api/')) throw new Refusal('foreign-origin');
  // What is asked for may be a whole address, or be read as one (`//host`, `/\host`).
  const page = URL.canParse(request.originalUrl, url.href) ? new URL(request.originalUrl, url) : url;
  return reply.redirect(page.origin === url.origin ? page.href : new URL('/', url).href, 307);
}

/** The configured origin, and the one of the house's own host name, which was found to be a co-op's. */
function originsOf(request: FastifyRequest, url: URL): ReadonlySet<string> {
  const own = new URL(url);
  own.hostname = request.hostname;
  return new Set([url.origin, own.origin]);
}
