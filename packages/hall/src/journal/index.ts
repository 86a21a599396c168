export { JournalFolder } from './folder.ts';
export { Journal } from './journal.ts';
export { LastAlive } from './last-alive.ts';
export { FolderInUse, lockFolder } from './lock.ts';
