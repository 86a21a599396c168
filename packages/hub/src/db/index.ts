export type { Database, Doors, JobsConnection, Listen, Unlisten } from './database.ts';
export {
  DatabaseIsNewer,
  DataFolderInUse,
  DoorClosed,
  MigrationChanged,
  NestedDoor,
  RolesMissing,
  TransactionLost,
} from './errors.ts';
export { type DatabasePlace, openDatabase } from './open.ts';
export type { Tx } from './tx.ts';
export { type Violation, violationOf } from './violation.ts';
