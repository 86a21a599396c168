/**
 * A server's API address in its one written form, up to and including `/api`, without a slash at the end.
 * Takes what people copy: the bare host, `bbb-conf --secret`'s `https://host/bigbluebutton/`, or the whole
 * address. Null when it is no http address, or carries a name, a password, a query or a fragment.
 */
export function apiAddress(typed: string): string | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const path = url.pathname.replace(/\/+$/, '').replace(/\/{2,}/g, '/');
  if (path === '') return `${url.origin}/bigbluebutton/api`;
  return url.origin + (path.endsWith('/api') ? path : `${path}/api`);
}
