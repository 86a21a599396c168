/**
 * The name of the session's cookie. With https it is bound to this host alone (`__Host-`); browsers refuse that prefix without it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265bis#name-the-__host-prefix
 */
export const sessionCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-koinon' : 'koinon');
