import type { Tx } from './tx.ts';

/** Stops listening. */
export type Unlisten = () => Promise<void>;

/** An empty payload also comes when something may have been missed. */
export type Listen = (channel: string, heard: (payload: string) => void) => Promise<Unlisten>;

/** What pg-boss needs of a database: statements in the role that owns its schema, and nothing else. */
export interface JobsConnection {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  listen(
    channel: string,
    heard: (payload: string) => void,
    reconnected: () => void,
  ): Promise<{ close(): Promise<void> }>;
}

/** The hub's database. Its two doors are the only way to a query. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';

  /**
   * Runs `work` in one transaction that sees and writes only the rows of this co-op.
   * A thrown error rolls back. Doors do not nest: a second door inside the first throws {@link NestedDoor}.
   */
  asCoop<T>(coopId: string, work: (tx: Tx) => Promise<T>): Promise<T>;

  /** Runs `work` in one transaction that sees and writes the federation's own rows, and no co-op's rooms. */
  asFederation<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /** Hears `NOTIFY channel`, sent by any hub on this database. Missed while the connection is lost: poll as well. */
  listen: Listen;

  /**
   * Asks to be the only process that does `task`. True until the process or its connection ends;
   * asking again is cheap and answers the same.
   */
  lead(task: string): Promise<boolean>;

  /** For the jobs leaf only. */
  readonly jobs: JobsConnection;

  close(): Promise<void>;
}

/** The slice that a service needs. */
export type Doors = Pick<Database, 'asCoop' | 'asFederation'>;
