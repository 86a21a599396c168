import { base } from '../../hub/index.ts';

/**
 * The place of a room's door, from what somebody was given: a whole address of any house, or just the room's link
 * name. Null when it can be neither.
 */
export function doorPlace(typed: string, origin = window.location.origin, here = base): string | null {
  const given = typed.trim();
  if (/^[\p{L}\p{N}-]+$/u.test(given)) return `${origin}${here}/r/${encodeURIComponent(given)}`;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(given) && !/^https?:/i.test(given)) return null;
  const address = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`);
  if (!address || !/\/r\/[^/]+\/?$/.test(address.pathname)) return null;
  return address.href;
}
