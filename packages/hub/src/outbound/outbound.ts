import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { type Allowed, allowed } from './addresses.ts';

/** The address is private, special, or not to be called by http or https. */
export class AddressBarred extends Error {
  override name = 'AddressBarred';
  constructor(host: string) {
    super(`The address ${host} may not be called from here.`);
  }
}

export interface OutboundOptions {
  /** Ranges, addresses and host names that may be called besides public addresses. */
  allow: readonly string[];
  /** How long to wait for a connection, for the headers, and between two parts of the body. */
  timeoutMs?: number;
  maxResponseBytes?: number;
  /** Resolves names; for tests. */
  resolve?: LookupFunction;
}

export interface Outbound {
  /**
   * As the global `fetch`, for addresses that people typed. Every connection is checked at the moment it is made, so that a name
   * that changes its address between two looks gains nothing. Redirects are not followed: they fail.
   *
   * @throws TypeError, with {@link AddressBarred} as its cause where the address is barred.
   */
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/** The one way out to addresses that users typed. */
export function createOutbound(options: OutboundOptions): Outbound {
  const { timeoutMs = 10_000, maxResponseBytes = 16 * 1024 * 1024 } = options;
  const may = allowed(options.allow);
  const agent = new Agent({
    connect: { timeout: Math.min(timeoutMs, 5000), lookup: guarded(may, options.resolve ?? lookup) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: maxResponseBytes,
  });
  const call = async (input: string | URL, init?: object) => {
    const url = new URL(input);
    checkLiteral(url, may);
    return fetch(url, { redirect: 'error', ...init, dispatcher: agent });
  };
  return { fetch: call as unknown as typeof globalThis.fetch, close: () => agent.close() };
}

/** An address written as digits is not looked up, so it is checked here. */
function checkLiteral(url: URL, may: Allowed): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const http = url.protocol === 'http:' || url.protocol === 'https:';
  if (!http || (isIP(host) !== 0 && !may.address(host))) {
    throw new TypeError('fetch failed', { cause: new AddressBarred(host) });
  }
}

function guarded(may: Allowed, resolve: LookupFunction): LookupFunction {
  return (host, options, done) =>
    resolve(host, options, (error, found, family) => {
      if (error !== null || may.host(host)) return done(error, found, family);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      // One barred address is enough: which of them is used is not ours to say.
      const clean = addresses.length > 0 && addresses.every((address) => may.address(address));
      return clean ? done(null, found, family) : done(new AddressBarred(host), []);
    });
}

/** Whether a failed call failed because its address is barred. */
export function isBarred(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressBarred) return true;
  }
  return false;
}
