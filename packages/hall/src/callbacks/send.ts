import type { Fetch } from '@koinon/bbb-api';

export interface Outgoing {
  url: string;
  /** A form to post; absent: a GET. */
  form?: string | undefined;
}

/** What came of one attempt: the status, or why there was none. */
export type Attempt = { status: number } | { failed: string };

const timeoutMs = 10_000;

/**
 * Sends one callback. Redirections are not followed, nobody waits longer than 10 s, and the body of the answer
 * is not read: only its status counts.
 */
export async function send(fetch: Fetch, outgoing: Outgoing, closing: AbortSignal): Promise<Attempt> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await fetch(outgoing.url, { ...requestOf(outgoing), redirect: 'manual', signal });
    response.body?.cancel().catch(() => {});
    return { status: response.status };
  } catch (cause) {
    return { failed: reasonOf(cause) };
  }
}

function requestOf(outgoing: Outgoing): RequestInit {
  if (outgoing.form === undefined) return { method: 'GET' };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', headers, body: outgoing.form };
}

// The system's code (ECONNREFUSED) says more than fetch's own "fetch failed", and holds no address.
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const inner: unknown = cause.cause;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' ? code : cause.name;
}

/** Whether callbacks may go to an address: http or https, and no name and password in it. */
export function isCallbackAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
