import { type Logger, pino } from 'pino';
import { type Admission, admit } from './admit.ts';
import { systemClock } from './clock/index.ts';
import { Closing } from './closing.ts';
import { furnishRooms, type Rooms } from './compose.ts';
import { openDatabase } from './db/index.ts';
import { type DemoHall, type DemoSeed, seedDemo } from './demo/index.ts';
import { startRelay } from './events/index.ts';
import { type Founding, found } from './found.ts';
import { createHttp } from './http/index.ts';
import { startRecurring, startWorkshop } from './jobs/index.ts';
import type { HubOptions } from './options.ts';
import { version } from './version.ts';

/** A running hub. */
export interface Hub {
  /** The address people use, with the real port. */
  url: URL;
  port: number;
  /** Stops taking requests, lets what is under way end, and closes the database. */
  close(): Promise<void>;
  /** Makes the demo's co-ops, people and rooms, and attaches the hall. What is there already stays as it is. */
  seedDemo(hall: DemoHall): Promise<DemoSeed>;
  /** Makes a co-op and its first admin. */
  found(founding: Founding): Promise<{ address: string }>;
  /** Lets a person into a co-op, or gives a member other roles. */
  admit(admission: Admission): Promise<{ address: string; roles: readonly string[] }>;
}

/**
 * Opens the database, furnishes the rooms, and listens. What was opened is closed again when a later step fails.
 * Throws what `openDatabase` throws, and the server's own error (`EADDRINUSE`) when the port is taken.
 */
export async function startHub(given: HubOptions): Promise<Hub> {
  const options = { ...given, url: new URL(given.url) };
  const log = options.log ?? pino({ base: { program: 'hub' } });
  const closing = new Closing();
  try {
    return await open(options, log, closing);
  } catch (error) {
    await closing.close().catch((err: unknown) => log.warn({ err }, 'while closing'));
    throw error;
  }
}

async function open(options: HubOptions, log: Logger, closing: Closing): Promise<Hub> {
  const clock = options.clock ?? systemClock;
  const { url, host } = options;
  const db = await openDatabase(options);
  closing.add(() => db.close());
  if (db.kind === 'pglite' && !isThisMachine(url.hostname)) log.warn(pgliteInPublic);

  const rooms = await furnishRooms(options, { db, clock, log });
  closing.add(rooms.close);

  const [webRoot, workshop] = await Promise.all([options.webRoot, startWorkshop(db, rooms.workers, log)]);
  closing.add(() => workshop.stop());
  const relay = await startRelay({ db, clock, log, subscribers: [workshop.subscriber] });
  closing.add(() => relay.stop());

  const app = await createHttp({ ...options, ...rooms.ports, webRoot, version, log, rooms: rooms.routes });
  closing.add(() => app.close());
  await app.listen({ host, port: options.port });
  const port = portOf(app.addresses());
  if (url.port === '' && isThisMachine(url.hostname) && port !== defaultPort(url)) url.port = String(port);

  closing.add(startRecurring(rooms.rounds, { db, clock, log }));
  return hubOf(rooms, url, port, closing);
}

function hubOf(rooms: Rooms, url: URL, port: number, closing: Closing): Hub {
  return {
    url,
    port,
    close: () => closing.close(),
    seedDemo: (hall) => seedDemo(rooms, hall),
    found: (founding) => found(rooms, founding),
    admit: (admission) => admit(rooms, admission),
  };
}

const pgliteInPublic =
  'THE BUILT-IN DATABASE SERVES A PUBLIC ADDRESS. It is meant for trying: a power cut can lose what was said to be saved. Set DATABASE_URL to use PostgreSQL.';

/** Names that never leave this machine. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^127\./.test(host) || host === '[::1]';
}

const defaultPort = (url: URL): number => (url.protocol === 'https:' ? 443 : 80);

function portOf(addresses: readonly (string | { port: number })[]): number {
  const [first] = addresses;
  if (first === undefined || typeof first === 'string') throw new Error('The hub has no port.');
  return first.port;
}
