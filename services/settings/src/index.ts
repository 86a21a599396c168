export { type DataFolder, openDataFolder } from './data-folder.ts';
export { isLoopback } from './loopback.ts';
export { keepSecret } from './secret.ts';
export { type LogLevel, readSettings, type Settings } from './settings.ts';
