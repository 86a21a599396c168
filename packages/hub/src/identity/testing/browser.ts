import type { App } from '../../route/index.ts';

export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, unknown>;
  /** The cookies that were set, by name, as they stand in the header. */
  set: ReadonlyMap<string, string>;
}

/** A browser in front of the edge, as far as cookies go. */
export interface Browser {
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Answer>;
  cookies: Map<string, string>;
}

let opened = 0;

/**
 * @param house what stands before every path: `/c/<slug>`, or nothing
 * @param headers sent with every request
 */
export function openBrowser(app: App, house: string, headers: Record<string, string> = {}): Browser {
  const cookies = new Map<string, string>();
  // Every browser in a network of its own, unless a test says otherwise.
  opened += 1;
  const network = `198.18.${opened >> 8}.${opened & 255}`;
  return {
    cookies,
    async ask(method, path, body) {
      const answer = await app.inject({
        method,
        url: `${house}${path}`,
        headers: {
          host: '127.0.0.1:8080',
          'x-forwarded-for': network,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const lines = [answer.headers['set-cookie'] ?? []].flat();
      const set = new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line]));
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0 || value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return {
        status: answer.statusCode,
        body: answer.body === '' ? null : JSON.parse(answer.body),
        headers: answer.headers,
        set,
      };
    },
  };
}
