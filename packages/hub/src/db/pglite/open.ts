import { AsyncLocalStorage } from 'node:async_hooks';
import { PGlite, type PGliteOptions, type Transaction, TransactionAbortedError } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, JobsConnection, Listen } from '../database.ts';
import { DoorClosed, StatementBarred, TransactionLost } from '../errors.ts';
import { jobsListen } from '../jobs-connection.ts';
import { Lane } from '../lane.ts';
import { migrate, type Owner } from '../migrations.ts';
import { groupRoles, makeGroupRoles } from '../roles.ts';
import { coopDoor, federationDoor } from '../seal.ts';
import { Threshold } from '../threshold.ts';
import type { Tx } from '../tx.ts';
import { withoutValues } from '../values.ts';
import { lockFolder } from './folder-lock.ts';

/** A login of its own name in every data folder: there is one database in it. */
const login = 'koinon_login';

/** Small: an idle hub with PostgreSQL's own defaults would take three times the memory. */
export const pgliteSettings: PGliteOptions = {
  postgresqlconf: ['shared_buffers=16MB', 'max_connections=10'],
};

/** Opens, or makes, the database in this folder, and migrates it. Throws {@link DataFolderInUse}. */
export async function openPglite(folder: string, doorKey: Uint8Array): Promise<Database> {
  const lock = await lockFolder(folder);
  try {
    const pglite = await PGlite.create({ dataDir: folder, ...pgliteSettings });
    await prepare(pglite, doorKey);
    return furnish(pglite, doorKey, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Migrates as the owner; used by the test fixture as well. */
export async function prepare(pglite: PGlite, doorKey: Uint8Array): Promise<void> {
  const owner = ownerOf(pglite);
  await owner.run(makeGroupRoles);
  await migrate(owner);
  await owner.run(`
    insert into koinon.door_key (key) values ('\\x${Buffer.from(doorKey).toString('hex')}')
      on conflict (one) do update set key = excluded.key;
    do $$ begin
      if not exists (select from pg_roles where rolname = '${login}') then
        create role ${login} login noinherit;
        grant ${groupRoles.join(', ')} to ${login};
      end if;
    end $$`);
}

/** The owner's view of a PGlite that nobody works with yet. */
export function ownerOf(pglite: PGlite): Owner {
  return {
    run: async (sql) => {
      await pglite.exec(sql).catch(async (error: unknown) => {
        await pglite.exec('rollback');
        throw error;
      });
    },
    rows: async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows,
  };
}

/** Steps down from owner to login and hangs the doors. */
export async function furnish(
  pglite: PGlite,
  doorKey: Uint8Array,
  closed: () => Promise<void>,
): Promise<Database> {
  await pglite.exec(`set session authorization ${login}`);
  const lane = new Lane();
  const threshold = new Threshold();

  const pass = <T>(statement: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    threshold.pass((door) =>
      lane.run(() => {
        const client = {
          query: () => Promise.reject(new DoorClosed()),
          transaction: <R>(inside: (raw: Transaction) => Promise<R>) =>
            pglite.transaction(async (raw) => {
              await raw.query(statement);
              return inside(guarded(raw, door));
            }),
        };
        const orm = drizzle({ client: client as unknown as PGlite });
        return orm.transaction((tx) => work(tx as unknown as Tx)).catch(named);
      }),
    );

  const listen: Listen = async (channel, heard) => {
    threshold.stayOutside();
    // Heard in the middle of somebody's query, so in their context and inside their door: step out first.
    const outside = AsyncLocalStorage.snapshot();
    const stop = await lane.run(() =>
      pglite.listen(channel, (payload) => outside(() => setImmediate(() => heard(payload)))),
    );
    return () => (pglite.closed ? Promise.resolve() : lane.run(() => stop()));
  };

  return {
    kind: 'pglite',
    asCoop: async (coopId, work) => pass(coopDoor(doorKey, coopId), work),
    asFederation: async (work) => pass(federationDoor(doorKey), work),
    listen,
    lead: async () => true,
    jobs: jobsConnection(pglite, lane, threshold, listen),
    close: async () => {
      await lane.run(() => pglite.close());
      await closed();
    },
  };
}

function named(error: unknown): never {
  throw withoutValues(error instanceof TransactionAbortedError ? new TransactionLost(error) : error);
}

const changesUser = /session[\s_]+authorization/i;

function guarded(raw: Transaction, door: { open: boolean }): Transaction {
  const query: Transaction['query'] = async (text, values, options) => {
    if (!door.open) throw new DoorClosed();
    if (changesUser.test(text)) throw new StatementBarred();
    return raw.query(text, values, options);
  };
  // All that Drizzle uses of a transaction.
  return { query } as unknown as Transaction;
}

/** pg-boss expects a pool: a failed statement must leave nothing behind, a block of several runs as one. */
function jobsConnection(pglite: PGlite, lane: Lane, threshold: Threshold, listen: Listen): JobsConnection {
  return {
    listen: jobsListen(listen),
    executeSql: async (text, values) => {
      threshold.stayOutside();
      return lane.run(async () => {
        await pglite.exec('set role koinon_jobs');
        try {
          if (values?.length) return await pglite.query(text, values);
          return { rows: (await pglite.exec(text)).flatMap((result) => result.rows) };
        } catch (error) {
          await pglite.exec('rollback');
          throw error;
        } finally {
          await pglite.exec('reset role');
        }
      });
    },
  };
}
