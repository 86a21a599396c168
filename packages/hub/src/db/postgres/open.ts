import { drizzle, type NodePgClient } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, Listen } from '../database.ts';
import { DoorClosed, TransactionLost } from '../errors.ts';
import { jobsListen } from '../jobs-connection.ts';
import { Lane } from '../lane.ts';
import { coopDoor, federationDoor } from '../seal.ts';
import { Threshold } from '../threshold.ts';
import type { Tx } from '../tx.ts';
import { withoutValues } from '../values.ts';
import { loginUrl } from './login-url.ts';
import { preparePostgres } from './owner.ts';
import { StandingWire } from './wire.ts';

/** Migrates as the user of `databaseUrl` and works as a login that may only pass the doors. */
export async function openPostgres(
  databaseUrl: string,
  doorKey: Uint8Array,
  password: string,
): Promise<Database> {
  const login = await preparePostgres(databaseUrl, doorKey, password);
  const url = loginUrl(databaseUrl, login, password);
  const pool = poolOf({
    connectionString: url,
    max: 10,
    application_name: 'koinon',
    statement_timeout: 30_000,
  });
  const jobs = poolOf({
    connectionString: url,
    max: 2,
    application_name: 'koinon jobs',
    options: '-c role=koinon_jobs',
  });
  const wire = new StandingWire(url);
  const threshold = new Threshold();

  const pass = <T>(statement: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    threshold.pass(async (door) => {
      const client = await pool.connect();
      const state = { fit: true };
      try {
        return await drizzle({ client: guarded(client, door, state) }).transaction(async (tx) => {
          await client.query(statement);
          return work(tx as unknown as Tx);
        });
      } catch (error) {
        throw withoutValues(
          error instanceof Error && error.cause instanceof TransactionLost ? error.cause : error,
        );
      } finally {
        client.release(!state.fit);
      }
    });

  const listen: Listen = (channel, heard) => wire.listen(channel, heard);

  return {
    kind: 'postgres',
    asCoop: async (coopId, work) => pass(coopDoor(doorKey, coopId), work),
    asFederation: async (work) => pass(federationDoor(doorKey), work),
    listen,
    lead: (task) => wire.lead(task),
    jobs: { executeSql: (text, values) => jobs.query(text, values), listen: jobsListen(listen) },
    close: async () => {
      await Promise.all([pool.end(), jobs.end(), wire.close()]);
    },
  };
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ idle_in_transaction_session_timeout: 60_000, ...config });
  // An idle connection that the server ends is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** A client that refuses once its door is closed, and sees what node-postgres does not report. */
function guarded(client: pg.PoolClient, door: { open: boolean }, state: { fit: boolean }): NodePgClient {
  const lane = new Lane();
  const query = async (asked: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    if (!door.open) throw new DoorClosed();
    try {
      const result = await lane.run(() => client.query(asked, values));
      if (asked.text === 'commit' && result.command === 'ROLLBACK') throw new TransactionLost();
      return result;
    } catch (error) {
      // Not a refusal by the server: the connection is in an unknown state and must not be used again.
      if (!(error instanceof pg.DatabaseError)) state.fit = error instanceof TransactionLost;
      throw error;
    }
  };
  return { query } as unknown as NodePgClient;
}
