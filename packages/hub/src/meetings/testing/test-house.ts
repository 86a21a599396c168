import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAudit } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../clock/index.ts';
import { coops } from '../../coops/tables.ts';
import type { Database } from '../../db/index.ts';
import { createEvents } from '../../events/index.ts';
import { createFleet } from '../../fleet/index.ts';
import { createHttp } from '../../http/index.ts';
import { namesOf } from '../../identity/index.ts';
import { people } from '../../identity/tables.ts';
import { createIds, type Ids } from '../../ids/index.ts';
import { memberships } from '../../membership/tables.ts';
import { createOutbound } from '../../outbound/index.ts';
import { roomRoutes } from '../../rooms/index.ts';
import type { Asker, HouseHere, HouseRole } from '../../route/index.ts';
import { createSealing } from '../../sealing/index.ts';
import { createMeetings } from '../index.ts';

/** Two houses on one hub, without sign-in: a browser's cookie names the person. */
export interface TestHouses {
  url: URL;
  harbour: HouseHere;
  tisserie: HouseHere;
  /** Priya, Tom (harbour) and Noémie, Amadou (tisserie), as in the demo. */
  ids: Record<Name, string>;
  browser(name?: Name): Browser;
  /** One look at all servers, now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

type Name = 'priya' | 'tom' | 'noemie' | 'amadou';

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
  body: any;
}

/** A browser with its cookies, in one of the houses. */
export interface Browser {
  ask(method: string, path: string, body?: unknown, house?: 'harbour' | 'tisserie'): Promise<Answer>;
}

const roles: Record<Name, { house: 'harbour' | 'tisserie'; roles: HouseRole[] }> = {
  priya: { house: 'harbour', roles: ['member', 'admin'] },
  tom: { house: 'harbour', roles: ['member', 'operator'] },
  noemie: { house: 'tisserie', roles: ['member', 'admin'] },
  amadou: { house: 'tisserie', roles: ['member'] },
};

const fullNames: Record<Name, string> = {
  priya: 'Priya Raman',
  tom: 'Tom Adeyemi',
  noemie: 'Noémie Tremblay',
  amadou: 'Amadou Diallo',
};

/** Both houses with their people, as rows. */
async function seed(
  db: Database,
  clock: Clock,
  ids: Ids,
): Promise<Pick<TestHouses, 'harbour' | 'tisserie' | 'ids'>> {
  const suffix = ids().slice(-6);
  const house = (slug: string, name: string, paint: string): HouseHere => ({
    id: ids(),
    slug: `${slug}-${suffix}`,
    name,
    paint,
    mark: 'waves',
    languages: ['en', 'fr'],
    base: `/c/${slug}-${suffix}`,
    address: '',
  });
  const houses = {
    harbour: house('harbour', 'Harbour Street', '#0a5f78'),
    tisserie: house('tisserie', 'La Tisserie', '#8d2f63'),
  };
  const persons: Record<Name, string> = { priya: ids(), tom: ids(), noemie: ids(), amadou: ids() };
  const more = {
    mark: 'waves',
    languages: ['en', 'fr'],
    currency: 'GBP',
    timeZone: 'Europe/London',
  } as const;
  const createdAt = clock.now();
  await db.asFederation(async (tx) => {
    for (const { id, slug, name, paint } of Object.values(houses)) {
      const row = { id, slug, name, paint, ...more, languages: [...more.languages] };
      await tx.insert(coops).values({ ...row, operator: slug.startsWith('harbour'), createdAt });
    }
    for (const name of Object.keys(persons) as Name[]) {
      const email = `${name}.${suffix}@houses.example`;
      await tx.insert(people).values({ id: persons[name], name: fullNames[name], email, createdAt });
    }
  });
  for (const name of Object.keys(persons) as Name[]) {
    const at = roles[name];
    const row = { id: ids(), personId: persons[name], roles: at.roles, since: createdAt };
    await db.asCoop(houses[at.house].id, (tx) => tx.insert(memberships).values(row));
  }
  return { ...houses, ids: persons };
}

/** A hub of these two houses; `beside` makes it a second one on the same database. */
export async function startTestHouses(
  db: Database,
  given: { clock?: Clock; allowOutbound?: string[]; beside?: TestHouses } = {},
): Promise<TestHouses> {
  const { clock = systemClock, allowOutbound = ['127.0.0.0/8'] } = given;
  const ids = createIds(clock);
  const url = new URL('http://127.0.0.1');
  const { harbour, tisserie, ids: persons } = given.beside ?? (await seed(db, clock, ids));
  const houses = { harbour: { ...harbour }, tisserie: { ...tisserie } };

  const shared = {
    doors: db,
    clock,
    ids,
    events: createEvents({ clock, ids }),
    audit: createAudit({ clock, ids }),
    namesOf,
  };
  const outbound = createOutbound({ allow: allowOutbound });
  const sealing = createSealing('a secret of at least thirty-two characters', 'servers');
  const fleet = createFleet({ ...shared, sealing, outbound });
  const keys = { callbacks: Buffer.alloc(32, 1), guests: Buffer.alloc(32, 2) };
  const meetings = createMeetings({ ...shared, fleet, url, keys });
  const rooms = roomRoutes(
    { ...shared, random: randomInt },
    { running: meetings.running, namesOf: shared.namesOf },
  );

  const findAsker = async (token: string, houseId: string | null): Promise<Asker | null> => {
    const name = token as Name;
    const at = roles[name];
    if (at === undefined) return null;
    return {
      sessionId: token,
      person: { id: persons[name], name: fullNames[name], email: `${name}@houses.example`, language: 'fr' },
      roles: houses[at.house].id === houseId ? at.roles : [],
    };
  };
  const webRoot = await mkdtemp(join(tmpdir(), 'koinon-web-'));
  await writeFile(join(webRoot, 'index.html'), '<html lang="__LANG__"></html>');
  const app = await createHttp({
    host: '127.0.0.1',
    port: 0,
    url,
    tls: null,
    trustProxy: [],
    webRoot,
    version: '0',
    log: pino({ enabled: false }),
    findHouse: async (place) =>
      Object.values(houses).find(({ slug }) => place.by === 'slug' && place.slug === slug) ?? null,
    findAsker,
    isHouseHost: async () => false,
    onHouseChange: () => undefined,
    checkHealth: async () => undefined,
    rooms: [fleet.routes, rooms, ...meetings.routes],
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  url.port = String((app.server.address() as AddressInfo).port);
  for (const one of Object.values(houses)) one.address = `${url.origin}${one.base}`;

  return {
    url,
    ...houses,
    ids: persons,
    browser(name) {
      const cookies = new Map<string, string>(name === undefined ? [] : [['koinon', name]]);
      return {
        async ask(method, path, body, where = name === undefined ? 'tisserie' : roles[name].house) {
          const answer = await fetch(`${houses[where].address}${path}`, {
            method,
            headers: {
              cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          });
          for (const cookie of answer.headers.getSetCookie()) {
            const [key = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
            cookies.set(key, value);
          }
          const text = await answer.text();
          return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
        },
      };
    },
    look: () => fleet.look(meetings.onLook).run(),
    async close() {
      await app.close();
      await outbound.close();
      await rm(webRoot, { recursive: true });
    },
  };
}
