import type { ServerResponse } from 'node:http';
import type { App } from '../route/index.ts';
import type { HttpOptions } from './options.ts';

// Shorter than the silence after which proxies commonly cut a connection (60 s).
const heartbeatMs = 25_000;
// A house where much happens asks its pages to look again twice a second at most.
const gatherMs = 500;

/** Server-sent events: tells every page that is open in a house that something in its rooms changed. */
export function serveChanges(app: App, options: Pick<HttpOptions, 'onHouseChange'>): void {
  const open = new Map<string, Set<ServerResponse>>();
  const resting = new Map<string, { again: boolean }>();

  const write = (text: string, listeners: Iterable<ServerResponse>) => {
    for (const listener of listeners) listener.write(text);
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
      listeners.delete(raw);
      if (listeners.size === 0) open.delete(key);
    });
  });
}
