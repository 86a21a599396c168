import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { COOPS_CHANGED, type Coop, readCoops } from './coops.repository.ts';

/** Every request asks whose house it is in; the answer is kept here, and read anew when a co-op changed. */
export interface Directory {
  all(): Promise<readonly Coop[]>;
  byId(id: string): Promise<Coop | null>;
  bySlug(slug: string): Promise<Coop | null>;
  byHost(host: string): Promise<Coop | null>;
  /** Forgets what was read; the next question reads anew. */
  forget(): void;
  close(): Promise<void>;
}

// A hub that lost its connection misses notices. After this long it reads again without one.
const freshMs = 30_000;

interface Picture {
  coops: readonly Coop[];
  byId: ReadonlyMap<string, Coop>;
  bySlug: ReadonlyMap<string, Coop>;
  byHost: ReadonlyMap<string, Coop>;
}

/** Opens a door when it must read: never ask inside one. */
export async function openDirectory(
  doors: Pick<Database, 'asFederation' | 'listen'>,
  clock: Pick<Clock, 'now'>,
): Promise<Directory> {
  let picture: Promise<Picture> | null = null;
  let takenAt = 0;
  const forget = () => {
    picture = null;
  };
  const unlisten = await doors.listen(COOPS_CHANGED, forget);

  const look = (): Promise<Picture> => {
    const now = clock.now().getTime();
    if (picture !== null && now - takenAt < freshMs) return picture;
    takenAt = now;
    const taking = doors.asFederation(readCoops).then(pictureOf);
    picture = taking;
    taking.catch(() => {
      if (picture === taking) forget();
    });
    return taking;
  };

  return {
    all: async () => (await look()).coops,
    byId: async (id) => (await look()).byId.get(id) ?? null,
    bySlug: async (slug) => (await look()).bySlug.get(slug) ?? null,
    byHost: async (host) => (await look()).byHost.get(host) ?? null,
    forget,
    close: unlisten,
  };
}

function pictureOf(coops: readonly Coop[]): Picture {
  return {
    coops,
    byId: new Map(coops.map((coop) => [coop.id, coop])),
    bySlug: new Map(coops.map((coop) => [coop.slug, coop])),
    byHost: new Map(coops.flatMap((coop) => coop.hosts.map((host) => [host, coop] as const))),
  };
}
