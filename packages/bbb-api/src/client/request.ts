import { readResponse } from '../response.ts';
import { type XmlElement, XmlError } from '../xml/read.ts';
import { BodyTooLargeError, readBody } from './body.ts';
import type { BbbResult } from './result.ts';

/** The part of `fetch` that the client needs; a hub passes one that guards where requests go. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RequestLimits {
  timeoutMs: number;
  maxBytes: number;
}

/** Sends one signed request and reads its answer. Redirections are not followed: they could lead anywhere. */
export async function request(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  limits: RequestLimits,
): Promise<BbbResult<XmlElement>> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let status = 0;
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    status = response.status;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return { ok: false, error: { kind: 'nonsense', status, reason: 'a redirection' } };
    }
    return interpret(await readBody(response, limits.maxBytes));
  } catch (cause) {
    if (cause instanceof BodyTooLargeError || cause instanceof XmlError) {
      return { ok: false, error: { kind: 'nonsense', status, reason: cause.message } };
    }
    return { ok: false, error: { kind: 'unreachable', timedOut: signal.aborted, cause } };
  }
}

function interpret(body: string): BbbResult<XmlElement> {
  const response = readResponse(body);
  if (response.returncode === 'SUCCESS') return { ok: true, value: response.root };
  return { ok: false, error: { kind: 'refused', key: response.key, message: response.message } };
}
