export { CannotAdmit } from './admit.ts';
export {
  DatabaseIsNewer,
  DataFolderInUse,
  MigrationChanged,
  RolesMissing,
} from './db/index.ts';
export type { DemoHall, DemoSeed } from './demo/index.ts';
export { CannotFound, type Founding } from './found.ts';
export { type Hub, startHub } from './hub.ts';
export type { HubOptions } from './options.ts';
