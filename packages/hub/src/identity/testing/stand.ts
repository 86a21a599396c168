import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createAudit } from '../../audit/index.ts';
import { type HandClock, handClock } from '../../clock/index.ts';
import { type Coops, createCoops } from '../../coops/index.ts';
import type { Database, Doors } from '../../db/index.ts';
import { testSecret } from '../../db/testing/index.ts';
import { createEvents, startRelay } from '../../events/index.ts';
import { createHttp, sessionCookie } from '../../http/index.ts';
import { createIds } from '../../ids/index.ts';
import { createJobs, startWorkshop } from '../../jobs/index.ts';
import { createMailing } from '../../mail/index.ts';
import { createMemberships, type Memberships } from '../../membership/index.ts';
import type { App } from '../../route/index.ts';
import { createIdentity, type Identity } from '../index.ts';

/** Signing in as it runs in a hub: behind the real edge, with the real queue and the real outbox. */
export interface Stand {
  app: App;
  url: URL;
  clock: HandClock;
  coops: Coops;
  identity: Identity;
  memberships: Memberships;
  /** Lets mails be written; what was asked for before is written as well. */
  startPost(): Promise<void>;
  close(): Promise<void>;
}

export interface StandOptions {
  url?: URL;
  smtp?: string | null;
  clock?: HandClock;
  /** Stands before the doors of this room. */
  watch?: (doors: Doors) => Doors;
}

export async function startStand(db: Database, options: StandOptions = {}): Promise<Stand> {
  const { url = new URL('http://127.0.0.1:8080/'), smtp = null, watch = (doors) => doors } = options;
  const clock = options.clock ?? handClock();
  const ids = createIds(clock);
  const log = pino({ level: 'silent' });
  const audit = createAudit({ clock, ids });
  const jobs = createJobs({ events: createEvents({ clock, ids }), clock, ids });
  const coops = await createCoops({ doors: db, clock, ids, audit, url });
  const mailFrom = 'Koinon <post@meet.example>';
  const mailing = createMailing({ doors: db, clock, smtp, mailFrom, demo: true, log });
  const memberships = createMemberships({ doors: db, clock, ids, audit });
  const identity = createIdentity({
    doors: watch(db),
    clock,
    ids,
    coops,
    mailer: mailing.mailer,
    jobs,
    log,
    rolesIn: memberships.rolesIn,
    secret: testSecret,
    url,
    sessionCookie: sessionCookie(url),
    demo: true,
  });
  const webRoot = await emptyPages();
  const app = await createHttp({
    host: '127.0.0.1',
    port: 0,
    url,
    tls: null,
    trustProxy: ['127.0.0.1'],
    webRoot,
    version: '0',
    log,
    rooms: [identity.routes, mailing.routes],
    findHouse: coops.findHouse,
    isHouseHost: coops.isHouseHost,
    findAsker: identity.findAsker,
    onHouseChange: () => undefined,
    checkHealth: async () => undefined,
  });
  const closing: (() => Promise<void>)[] = [];
  return {
    app,
    url,
    clock,
    coops,
    identity,
    memberships,
    async startPost() {
      const workshop = await startWorkshop(db, identity.workers, log);
      const relay = await startRelay({ db, clock, log, subscribers: [workshop.subscriber] });
      closing.push(relay.stop, workshop.stop);
    },
    async close() {
      for (const stop of closing) await stop();
      await app.close();
      await coops.close();
      await rm(webRoot, { recursive: true });
    },
  };
}

async function emptyPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koinon-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>__TITLE__</title>');
  return folder;
}
