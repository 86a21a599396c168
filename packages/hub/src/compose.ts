import { randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import { createAudit } from './audit/index.ts';
import { HOUSE_CHANGES } from './changes/index.ts';
import type { Clock } from './clock/index.ts';
import { createCoops, houseIds } from './coops/index.ts';
import type { Database } from './db/index.ts';
import { createEvents, forgetTold } from './events/index.ts';
import { createFleet } from './fleet/index.ts';
import { type HttpPorts, sessionCookie } from './http/index.ts';
import { createIdentity, namesOf } from './identity/index.ts';
import { createIds } from './ids/index.ts';
import { createJobs, type Recurring, type Worker } from './jobs/index.ts';
import { createMailing } from './mail/index.ts';
import { createMeetings, guestForgetting } from './meetings/index.ts';
import { createMemberships } from './membership/index.ts';
import type { HubOptions } from './options.ts';
import { createOutbound } from './outbound/index.ts';
import { roomPurge, roomRoutes } from './rooms/index.ts';
import type { Routes } from './route/index.ts';
import { createSealing, deriveKey } from './sealing/index.ts';

/** The rooms of the hub, furnished. */
export type Rooms = Awaited<ReturnType<typeof furnishRooms>>;

/** Makes every room, each on the lower ones only, and fills the ports that lower rooms left for higher ones. */
export async function furnishRooms(
  options: HubOptions,
  { db, clock, log }: { db: Database; clock: Clock; log: Logger },
) {
  const { secret, url, demo, smtp, mailFrom } = options;
  const ids = createIds(clock);
  const audit = createAudit({ clock, ids });
  const events = createEvents({ clock, ids });
  const jobs = createJobs({ events, clock, ids });
  const outbound = createOutbound({ allow: options.allowOutbound });
  const ground = { doors: db, clock, ids, audit, events, random: (below: number) => randomInt(below) };

  const mailing = createMailing({ doors: db, clock, smtp, mailFrom, demo, log });
  const coops = await createCoops({ ...ground, url });
  const memberships = createMemberships(ground);
  const identity = createIdentity({
    ...ground,
    jobs,
    secret,
    url,
    demo,
    coops,
    mailer: mailing.mailer,
    rolesIn: memberships.rolesIn,
    sessionCookie: sessionCookie(url),
    log,
  });
  const fleet = createFleet({ ...ground, sealing: createSealing(secret, 'servers'), outbound });
  const keys = {
    callbacks: deriveKey(secret, 'meeting callbacks'),
    guests: deriveKey(secret, 'guest passes'),
  };
  const meetings = createMeetings({ ...ground, namesOf, fleet, url, keys });
  const rooms = roomRoutes(ground, { running: meetings.running, namesOf });

  const routes: Routes[] = [mailing.routes, identity.routes, rooms, fleet.routes, ...meetings.routes];
  const workers: Worker[] = [...identity.workers];
  const rounds: Recurring[] = [
    { name: 'events.forget', everyS: 86_400, run: () => forgetTold(db, clock) },
    ...mailing.recurring,
    ...identity.recurring,
    roomPurge({ ...ground, houseIds }),
    fleet.look(meetings.onLook),
    guestForgetting({ ...ground, houseIds }),
  ];
  const ports: HttpPorts = {
    findHouse: coops.findHouse,
    isHouseHost: coops.isHouseHost,
    findAsker: identity.findAsker,
    onHouseChange: (heard) => void db.listen(HOUSE_CHANGES, heard),
    checkHealth: () => db.asFederation(async () => undefined),
  };
  const close = async () => {
    await coops.close();
    await outbound.close();
  };
  return { ground, coops, memberships, identity, fleet, routes, workers, rounds, ports, close };
}
