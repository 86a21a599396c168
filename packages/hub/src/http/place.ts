import type { IncomingMessage } from 'node:http';

/** How an address names a co-op: by `/c/<slug>` before the path, or by its host name. */
export type Place = { by: 'slug'; slug: string } | { by: 'host'; host: string };

const slugs = new WeakMap<IncomingMessage, string>();
const prefix = /^\/c\/([a-z0-9][a-z0-9-]{0,62})(?=\/|\?|$)/;

/** Takes `/c/<slug>` off the path, before any route is looked for, and remembers it for `placeOf`. */
export function rewriteHousePath(request: IncomingMessage): string {
  const url = decodable(request.url ?? '/');
  const found = prefix.exec(url);
  if (found?.[1] === undefined) return url;
  slugs.set(request, found[1]);
  const rest = url.slice(found[0].length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** An address that does not decode (`/r/%zz`) is taken letter by letter: it then leads nowhere, as any unknown one does. */
function decodable(url: string): string {
  const [path = '/', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

/** Which co-op the address of this request names. The host name is compared, never used to build a link. */
export function placeOf(request: { raw: IncomingMessage; hostname: string }): Place {
  const slug = slugs.get(request.raw);
  return slug === undefined ? { by: 'host', host: request.hostname.toLowerCase() } : { by: 'slug', slug };
}
