export type { Clock } from './clock.ts';
export { startHall } from './hall.ts';
export { FolderInUse } from './journal/index.ts';
export type { Hall, HallOptions, MediaSettings } from './options.ts';
