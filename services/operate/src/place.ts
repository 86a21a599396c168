import { readSettings, type Settings } from '@koinon/settings';

/** Where the installation keeps everything. */
export interface Place {
  dataDir: string;
  databaseUrl: string | null;
}

/**
 * Reads where things are; the other settings do not matter to these commands and are not checked together.
 * @throws CannotStart for a setting that is wrong by itself
 */
export function placeOf(env: NodeJS.ProcessEnv = process.env): Place {
  const { DATABASE_URL, KOINON_DATA } = env;
  const settings: Settings = readSettings('together', {
    ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
    ...(KOINON_DATA === undefined ? {} : { KOINON_DATA }),
  });
  return { dataDir: settings.dataDir, databaseUrl: settings.hub.databaseUrl };
}
