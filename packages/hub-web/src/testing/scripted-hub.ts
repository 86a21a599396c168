import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { House, Problem, SessionView } from '@koinon/hub/wire';
import { brandCss } from '@koinon/ui/brand';
import { harbour, tisserie } from './fixtures.ts';

/** One request, as a script sees it. */
interface Asked {
  method: string;
  /** Below the house: `/api/…`. */
  path: string;
  body: unknown;
}

/** What a script answers: a value, a problem, nothing (`silent`: the line is cut; `never`: it hangs). */
type Answer =
  | { status?: number; json: unknown }
  | { problem: Problem['error']; status?: number }
  | { silent: true }
  | { never: true };

/** What the hub says, by `METHOD /path`. A function may look at what was asked. */
export type Script = Record<string, Answer | ((asked: Asked) => Answer)>;

export interface ScriptedHub {
  origin: string;
  /** Everything that was asked for under /api/, in order. */
  asked: Asked[];
  /** What it answers now; a test changes it as the story goes on. */
  script: Script;
  /** Whose session the pages get, by house ('' for none). */
  session: (house: House | null) => SessionView;
  /** Tells the pages that something changed in the rooms. */
  tell(): void;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown',
};

// As strict as the hub's own (no inline anything), so that a page that breaks it fails here too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves built pages and answers the wire from a script: the pages run whole, in a real browser, without a hub.
 *
 * @param webRoot what `vite build` made
 */
export async function startScriptedHub(webRoot: string): Promise<ScriptedHub> {
  const listeners = new Set<ServerResponse>();
  const hub: ScriptedHub = {
    origin: '',
    asked: [],
    script: {},
    session: () => ({ house: null, person: null, roles: [], demo: true, houses: [] }),
    tell() {
      for (const listener of listeners) listener.write('event: rooms\ndata:\n\n');
    },
    close: () =>
      new Promise((closed) => {
        for (const listener of listeners) listener.end();
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  hub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hub;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', hub.origin);
    const slug = /^\/c\/([^/]+)/.exec(pathname)?.[1];
    const house = [harbour, tisserie].find((one) => one.slug === slug) ?? null;
    const path = slug ? pathname.slice(`/c/${slug}`.length) || '/' : pathname;
    response.setHeader('content-security-policy', policy);
    if (path.startsWith('/api/')) return answer(request, response, house, path);
    if (path === '/brand.css') return send(response, 200, 'text/css', brandCss(house?.paint ?? '#3b4257'));
    const file = join(webRoot, pathname);
    if (pathname.startsWith('/assets/') && existsSync(file)) {
      return send(response, 200, types[extname(file)] ?? 'application/octet-stream', readFileSync(file));
    }
    const page = readFileSync(join(webRoot, 'index.html'), 'utf8')
      .replaceAll('__SOURCE__', 'https://git.example/koinon')
      .replaceAll('__BASE__', slug ? `/c/${slug}` : '')
      .replaceAll('__LANG__', house?.languages[0] ?? 'en')
      .replaceAll('__TITLE__', house?.name ?? 'Koinon');
    return send(response, 200, 'text/html; charset=utf-8', page);
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    house: House | null,
    path: string,
  ) {
    if (path === '/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const asked: Asked = {
      method: request.method ?? '',
      path,
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    hub.asked.push(asked);
    const scripted = hub.script[`${asked.method} ${path}`];
    const own =
      path === '/api/session' ? { json: hub.session(house) } : { problem: { code: 'not-found' as const } };
    const said: Answer = (typeof scripted === 'function' ? scripted(asked) : scripted) ?? own;
    if ('never' in said) return;
    if ('silent' in said) return void request.socket.destroy();
    const [status, json] =
      'problem' in said ? [said.status ?? 422, { error: said.problem }] : [said.status ?? 200, said.json];
    if (status === 204) return void response.writeHead(204).end();
    return send(response, status, 'application/json', JSON.stringify(json));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}
