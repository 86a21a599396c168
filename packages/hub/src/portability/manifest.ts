import type { TableUse } from './table-use.ts';

/** What a room says of its data; `hub.ts` gathers them. A table that no manifest names fails the tests. */
export interface Manifest {
  room: string;
  /** By the name of the table in the database. */
  tables: Readonly<Record<string, TableUse>>;
}
