import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { apiUrl, browserUrl } from './addresses.ts';
import { API_PATH, apiEdge } from './api/index.ts';
import { startCallbacks } from './callbacks/index.ts';
import { systemClock } from './clock.ts';
import { healthRoute } from './health.ts';
import { JournalFolder, LastAlive, lockFolder } from './journal/index.ts';
import { startEmbeddedEngine } from './media/embedded/engine.ts';
import { keepSeats, Meetings } from './meeting/index.ts';
import type { Hall, HallOptions } from './options.ts';
import { Outgoing } from './outgoing.ts';
import { makeServer } from './server.ts';
import { HallFloor } from './signalling/hall-floor.ts';
import { signallingRoute } from './signalling/route.ts';
import { Sweeper } from './sweeper.ts';
import { webRoutes } from './web/route.ts';
import { plainHeaders } from './web/security-headers.ts';

/**
 * Starts a hall and brings its meetings back from their journals.
 * Rejects with `code` HALL_FOLDER_IN_USE, EADDRINUSE, MEDIA_PORT_BUSY or MEDIA_ADDRESS_UNUSABLE where that is why.
 */
export async function startHall(options: HallOptions): Promise<Hall> {
  const undo = new AsyncDisposableStack();
  try {
    return await start(options, undo);
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

async function start(options: HallOptions, undo: AsyncDisposableStack): Promise<Hall> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? pino({ name: 'hall', level: 'warn' });
  undo.defer(lockFolder(options.dataDir));
  const lastAlive = new LastAlive(options.dataDir);
  undo.defer(() => lastAlive.close());

  const folder = await JournalFolder.open(options.dataDir, (file, err) => {
    log.error({ err, file }, 'a journal cannot be written; nothing is acknowledged until it can');
  });
  const meetings: Meetings = new Meetings({
    folder,
    clock,
    kept: (meeting, event) => {
      floor.tell(meeting, event);
      outgoing.onKept(meeting, event);
    },
  });
  undo.defer(() => meetings.close());
  const outgoing = new Outgoing(meetings);

  const engine = options.engine ?? (await startEmbeddedEngine({ ...options.media, clock, log }));
  undo.defer(() => engine.close());
  const floor = new HallFloor({ meetings, engine, iceServers: options.media.iceServers, clock, log });

  const { unreadable } = await meetings.restore();
  for (const id of unreadable) log.error({ id }, 'a journal tells of no meeting and was put aside');
  const restored = meetings.running();
  for (const meeting of restored) {
    await meeting.record(keepSeats(meeting.state, lastAlive.before ?? 0, clock.now()));
  }

  const callbacks = startCallbacks({
    secret: options.secret,
    dataDir: options.dataDir,
    domain: options.url.hostname,
    clock,
    log,
    settled: (noticeId, target, outcome) => outgoing.settled(noticeId, target, outcome),
  });
  undo.defer(() => callbacks.close());

  let url = options.url;
  let port = options.port;
  const app = await makeServer(options, log);
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(plainHeaders)) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
  });
  undo.defer(() => app.close());
  await app.register(signallingRoute, { floor, origin: () => url.origin });
  await app.register(apiEdge, {
    prefix: API_PATH,
    ground: { meetings, hooks: callbacks.hooks, clock, url: () => url },
    secret: options.secret,
  });
  await app.register(webRoutes, { meetings, url: () => url, webRoot: await options.webRoot });
  await app.register(healthRoute, { meetings, engine });
  outgoing.start(callbacks, meetings.all());
  // The first request may come before `listen` resolves, so the port is read as soon as there is one.
  app.server.once('listening', () => {
    port = portOf(app.server.address());
    url = browserUrl(options.url, port);
  });
  await app.listen({ host: options.host, port: options.port });
  const sweeper = new Sweeper({ meetings, outgoing, folder, lastAlive, clock, log });
  undo.defer(() => floor.close());
  undo.defer(() => sweeper.stop());

  let closed: Promise<void> | null = null;
  return {
    url,
    port,
    api: apiUrl(options, port),
    close: () => {
      closed ??= undo.disposeAsync();
      return closed;
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The hall listens nowhere.');
  return address.port;
}
