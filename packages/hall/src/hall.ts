import { type Logger, pino } from 'pino';
import { apiUrl } from './addresses.ts';
import { startCallbacks } from './callbacks/index.ts';
import { type Clock, systemClock } from './clock.ts';
import { openDoors } from './doors.ts';
import { JournalFolder, LastAlive, lockFolder } from './journal/index.ts';
import { startEngine } from './media/start-engine.ts';
import { keepSeats, Meetings } from './meeting/index.ts';
import type { Hall, HallOptions } from './options.ts';
import { Outgoing } from './outgoing.ts';
import { makeServer } from './server.ts';
import { HallFloor } from './signalling/hall-floor.ts';
import { Sweeper } from './sweeper.ts';
import { Undo } from './undo.ts';

/** A hall that was alive so shortly before was probably killed. */
const JUST_NOW_MS = 30_000;

/**
 * Starts a hall and brings its meetings back from their journals.
 * Rejects with `code` HALL_FOLDER_IN_USE, EADDRINUSE, MEDIA_PORT_BUSY or MEDIA_ADDRESS_UNUSABLE where that is why.
 */
export async function startHall(options: HallOptions): Promise<Hall> {
  const undo = new Undo();
  try {
    return await start(options, undo);
  } catch (error) {
    // Why it cannot start is what counts, not what then could not be closed.
    await undo.all().catch(() => undefined);
    throw error;
  }
}

async function start(options: HallOptions, undo: Undo): Promise<Hall> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? pino({ name: 'hall', level: 'warn' });
  const webRoot = Promise.resolve(options.webRoot);
  // Awaited last; until then a failing build must not end the process.
  webRoot.catch(() => undefined);

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

  const afterCrash = lastAlive.before !== null && clock.now() - lastAlive.before < JUST_NOW_MS;
  const engine = options.engine ?? (await startEngine(options.media, { clock, log, afterCrash }));
  undo.defer(() => engine.close());
  const floor = new HallFloor({ meetings, engine, iceServers: options.media.iceServers, clock, log });
  await restore(meetings, { lastAlive: lastAlive.before ?? 0, clock, log });

  const callbacks = startCallbacks({
    secret: options.secret,
    dataDir: options.dataDir,
    domain: options.url.hostname,
    clock,
    log,
    settled: (noticeId, target, outcome) => outgoing.settled(noticeId, target, outcome),
  });
  undo.defer(() => callbacks.close());
  outgoing.start(callbacks, meetings.all());

  const app = await makeServer(options, log);
  undo.defer(() => app.close());
  undo.defer(() => floor.close());
  const inside = { meetings, floor, engine, callbacks, clock, webRoot: await webRoot };
  const { port, url } = await openDoors(app, options, inside);
  const sweeper = new Sweeper({ meetings, outgoing, folder, lastAlive, clock, log });
  undo.defer(() => sweeper.stop());
  return { url, port, api: apiUrl(options, port), close: () => undo.all() };
}

/** Everybody who was there has half a minute to come back, as if the hall had not been away. */
async function restore(
  meetings: Meetings,
  { lastAlive, clock, log }: { lastAlive: number; clock: Clock; log: Logger },
): Promise<void> {
  const { unreadable } = await meetings.restore();
  for (const id of unreadable) log.error({ id }, 'a journal tells of no meeting and was put aside');
  for (const meeting of meetings.running()) {
    await meeting.record(keepSeats(meeting.state, lastAlive, clock.now()));
  }
}
