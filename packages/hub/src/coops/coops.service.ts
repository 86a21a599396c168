import type { z } from 'zod';
import type { Audit } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../db/index.ts';
import type { Ids } from '../ids/index.ts';
import type { HouseHere } from '../route/index.ts';
import { type Coop, coopsChanged, insertCoop, insertHost } from './coops.repository.ts';
import { type Directory, openDirectory } from './directory.ts';
import { addressOf, houseHere, houseView } from './house.ts';
import { CoopMake, HostName } from './make.ts';
import type { House } from './wire.ts';

export interface CoopsGround {
  doors: Pick<Database, 'asFederation' | 'listen'>;
  clock: Pick<Clock, 'now'>;
  ids: Ids;
  audit: Audit;
  /** The configured address; read anew each time, because the hub puts its real port in once it listens. */
  url: URL;
}

/** How an address names a co-op; the same as the edge's `Place`. */
export type Place = { by: 'slug'; slug: string } | { by: 'host'; host: string };

export type CoopError =
  | { code: 'invalid'; issues: z.core.$ZodIssue[] }
  | { code: 'slug-taken' }
  | { code: 'host-taken'; host: string }
  | { code: 'unknown' };
export type CoopResult = { ok: true; value: Coop } | { ok: false; error: CoopError };

/** The co-ops of the federation. Questions may open a door: never ask them inside one. */
export interface Coops {
  /** Makes a co-op. Nothing is written when any part of it is wrong or taken. */
  make(input: CoopMake): Promise<CoopResult>;
  /** Gives a co-op one more host name; the first stays the one that people are given. */
  addHost(coopId: string, host: string): Promise<CoopResult>;
  /** The house that lives at this place, or null. */
  findHouse(place: Place): Promise<HouseHere | null>;
  /** Whether this host name (without port) belongs to a co-op. */
  isHouseHost(host: string): Promise<boolean>;
  /** A house as people reach it by the address they are given; null when there is no such co-op. */
  houseOf(coopId: string): Promise<HouseHere | null>;
  /** What the pages of this house need; null when there is no such co-op. */
  viewOf(coopId: string): Promise<House | null>;
  /** All houses, for the front page. */
  houses(): Promise<{ name: string; address: string }[]>;
  all(): Promise<readonly Coop[]>;
  close(): Promise<void>;
}

export async function createCoops(ground: CoopsGround): Promise<Coops> {
  const { doors, clock, url } = ground;
  const directory = await openDirectory(doors, clock);
  const here = (coop: Coop | null, onOwnHost: boolean) => coop && houseHere(coop, url, onOwnHost);
  const change = (work: (tx: Tx) => Promise<CoopError | null>) => changed(doors, directory, work);
  return {
    make: (input) => makeCoop(ground, directory, change, input),
    addHost: async (coopId, typed) => {
      const host = HostName.safeParse(typed);
      if (!host.success) return { ok: false, error: { code: 'invalid', issues: host.error.issues } };
      if ((await directory.byId(coopId)) === null) return { ok: false, error: { code: 'unknown' } };
      const refused = await change(async (tx) => {
        if (!(await insertHost(tx, coopId, host.data))) return { code: 'host-taken', host: host.data };
        await note(ground, tx, 'coops.add-host', coopId, { host: host.data });
        return null;
      });
      return refused ? { ok: false, error: refused } : known(await directory.byId(coopId));
    },
    findHouse: async (place) =>
      place.by === 'slug'
        ? here(await directory.bySlug(place.slug), false)
        : here(await directory.byHost(place.host.toLowerCase()), true),
    isHouseHost: async (host) => (await directory.byHost(host.toLowerCase())) !== null,
    houseOf: async (coopId) => {
      const coop = await directory.byId(coopId);
      return here(coop, coop !== null && coop.hosts.length > 0);
    },
    viewOf: async (coopId) => {
      const coop = await directory.byId(coopId);
      return coop && houseView(coop);
    },
    houses: async () =>
      (await directory.all()).map((coop) => ({ name: coop.name, address: addressOf(coop, url) })),
    all: () => directory.all(),
    close: () => directory.close(),
  };
}

async function makeCoop(
  ground: CoopsGround,
  directory: Directory,
  change: (work: (tx: Tx) => Promise<CoopError | null>) => Promise<CoopError | null>,
  input: CoopMake,
): Promise<CoopResult> {
  const read = CoopMake.safeParse(input);
  if (!read.success) return { ok: false, error: { code: 'invalid', issues: read.error.issues } };
  const coop: Coop = { ...read.data, id: ground.ids(), createdAt: ground.clock.now() };
  const refused = await change(async (tx) => {
    if (!(await insertCoop(tx, coop))) return { code: 'slug-taken' };
    for (const host of coop.hosts) {
      if (!(await insertHost(tx, coop.id, host))) return { code: 'host-taken', host };
    }
    await note(ground, tx, 'coops.make', coop.id, { slug: coop.slug, operator: coop.operator });
    return null;
  });
  return refused ? { ok: false, error: refused } : known(await directory.byId(coop.id));
}

/** So far only the people who run the hub make and change co-ops, by its commands: nobody in it is the actor. */
function note({ audit }: CoopsGround, tx: Tx, act: string, coopId: string, detail: Record<string, unknown>) {
  return audit.note(tx, { actorId: null, act, subject: `coop:${coopId}`, detail });
}

/** Undoes what a refused change had written already, and tells every hub of one that was not. */
async function changed(
  doors: CoopsGround['doors'],
  directory: Directory,
  work: (tx: Tx) => Promise<CoopError | null>,
): Promise<CoopError | null> {
  try {
    await doors.asFederation(async (tx) => {
      const refused = await work(tx);
      if (refused) throw new Undone(refused);
      await coopsChanged(tx);
    });
  } catch (error) {
    if (error instanceof Undone) return error.because;
    throw error;
  }
  directory.forget();
  return null;
}

class Undone extends Error {
  readonly because: CoopError;
  constructor(because: CoopError) {
    super('A change of a co-op was refused.');
    this.because = because;
  }
}

function known(coop: Coop | null): CoopResult {
  if (coop === null) throw new Error('A co-op that was just written is not there.');
  return { ok: true, value: coop };
}
