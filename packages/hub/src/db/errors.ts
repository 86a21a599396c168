/** A door was opened inside a door. On PGlite it would wait for itself for ever. A bug: pass the `tx` on. */
export class NestedDoor extends Error {
  override name = 'NestedDoor';
  constructor() {
    super('A database door was opened inside another one. Pass the tx on instead.');
  }
}

/** A transaction was used after its door had closed. A bug: await everything inside the door. */
export class DoorClosed extends Error {
  override name = 'DoorClosed';
  constructor() {
    super('This transaction is over. Await every query inside its door.');
  }
}

/** A statement failed, its error was swallowed, and so the database undid the whole transaction. A bug. */
export class TransactionLost extends Error {
  override name = 'TransactionLost';
  constructor(cause?: unknown) {
    super('A failed statement was ignored, so the database rolled the transaction back.', { cause });
  }
}

/** A statement that could change who is asking. On PGlite the process itself is the superuser, so the door refuses it. */
export class StatementBarred extends Error {
  override name = 'StatementBarred';
  constructor() {
    super('A statement inside a door may not change the session authorization.');
  }
}

/** Another process has this data folder open. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
  readonly folder: string;
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is open in process ${pid}.`);
    this.folder = folder;
    this.pid = pid;
  }
}

/** The database was migrated by a newer version of this software. */
export class DatabaseIsNewer extends Error {
  override name = 'DatabaseIsNewer';
  readonly migration: string;
  constructor(migration: string) {
    super(`The database knows the migration ${migration}, which this version does not have.`);
    this.migration = migration;
  }
}

/** A migration that was already applied has another text now. */
export class MigrationChanged extends Error {
  override name = 'MigrationChanged';
  readonly migration: string;
  constructor(migration: string) {
    super(`The migration ${migration} differs from what was applied to this database.`);
    this.migration = migration;
  }
}

/** The user of DATABASE_URL may not make the roles that the hub works with. `sql` is what an administrator runs once. */
export class RolesMissing extends Error {
  override name = 'RolesMissing';
  readonly sql: string;
  constructor(sql: string, cause: unknown) {
    super(
      `The database user may not make the roles that the hub works with. Run once as administrator: ${sql}`,
      {
        cause,
      },
    );
    this.sql = sql;
  }
}
