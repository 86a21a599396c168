import type { IncomingHttpHeaders } from 'node:http';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something, as far as where it comes from is concerned: a browser says so with every
 * such request (`Origin`, `Sec-Fetch-Site`), and a page of another origin is refused. What sends neither header is no browser,
 * and carries no one's cookies unknowingly.
 *
 * @param ownOrigins the origins that the hub itself serves pages from
 * @see https://owasp.org/www-community/attacks/csrf
 */
export function comesFromHome(
  method: string,
  headers: IncomingHttpHeaders,
  ownOrigins: ReadonlySet<string>,
): boolean {
  if (harmless.has(method)) return true;
  if (headers.origin !== undefined) return ownOrigins.has(headers.origin);
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
