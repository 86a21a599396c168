import type { ServerResponse } from 'node:http';
import { type App, networkOf, Refusal } from '../route/index.ts';
import type { HttpOptions } from './options.ts';

// Shorter than the silence after which proxies commonly cut a connection (60 s).
const heartbeatMs = 25_000;
// A machine that has so many pages open, or reads so slowly, does not read at all: nothing is kept for it without bound.
const mostPerNetwork = 500;
const behindBytes = 64 * 1024;
// A house where much happens asks its pages to look again twice a second at most.
const gatherMs = 500;

/** Server-sent events: tells every page that is open in a house that something in its rooms changed. */
export function serveChanges(app: App, options: Pick<HttpOptions, 'onHouseChange'>): void {
  const open = new Map<string, Set<ServerResponse>>();
  const perNetwork = new Map<string, number>();
  const resting = new Map<string, { again: boolean }>();

  const write = (text: string, listeners: Iterable<ServerResponse>) => {
    for (const listener of listeners) {
      if (listener.writableLength > behindBytes) listener.destroy();
      else listener.write(text);
    }
  };
  const tell = (houseId: string) => {
    const rest = resting.get(houseId);
    if (rest !== undefined) {
      rest.again = true;
      return;
    }
    write('event: rooms\ndata:\n\n', open.get(houseId) ?? []);
    const pause = { again: false };
    resting.set(houseId, pause);
    setTimeout(() => {
      resting.delete(houseId);
      if (pause.again) tell(houseId);
    }, gatherMs).unref();
  };
  options.onHouseChange(tell);
  const heartbeat = setInterval(() => {
    for (const listeners of open.values()) write(':\n\n', listeners);
  }, heartbeatMs);
  app.addHook('onClose', async () => clearInterval(heartbeat));
  app.addHook('preClose', async () => {
    for (const listeners of open.values()) for (const listener of listeners) listener.end();
  });

  app.get('/api/events', { config: { act: 'changes.hear' } }, (request, reply) => {
    // Gone while we looked who it is: it will not close a second time.
    if (reply.raw.destroyed) return reply.hijack();
    const network = networkOf(request.ip);
    const others = perNetwork.get(network) ?? 0;
    if (others >= mostPerNetwork) throw new Refusal('too-many', { retryAfterS: 60 });
    perNetwork.set(network, others + 1);
    const key = request.house?.id ?? '';
    const listeners = open.get(key) ?? new Set();
    open.set(key, listeners);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');
    listeners.add(raw);
    raw.on('close', () => {
      const left = (perNetwork.get(network) ?? 1) - 1;
      if (left > 0) perNetwork.set(network, left);
      else perNetwork.delete(network);
      listeners.delete(raw);
      if (listeners.size === 0) open.delete(key);
    });
  });
}
