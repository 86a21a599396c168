import { join } from 'node:path';
import { type Hub, startHub } from '@koinon/hub';
import { buildPages } from '@koinon/pages';
import type { Circumstances, Running } from '@koinon/running';
import { keepSecret, openDataFolder, type Settings } from '@koinon/settings';
import { pino } from 'pino';
import { explainHub } from './explain-hub.ts';

export interface OpenHub extends Running {
  hub: Hub;
  dataDir: string;
}

/**
 * Opens the data folder and starts a hub on it.
 * @param demo whether the outbox page is open and the demo may be seeded
 * @param alone whether nobody else may have the data folder open; a command beside a running hub on PostgreSQL may not insist
 */
export async function openHub(
  settings: Settings,
  circumstances: Circumstances,
  { demo, alone = true }: { demo: boolean; alone?: boolean },
): Promise<OpenHub> {
  const { secret, ...options } = settings.hub;
  circumstances.portSettings.set(options.port, 'KOINON_PORT');
  const folder = alone
    ? await openDataFolder(settings.dataDir)
    : { path: settings.dataDir, close: () => undefined };
  const pages = buildPages('hub-web');
  // Whoever waits for the pages hears of a failure; when the hub fails first, nobody does.
  pages.catch(() => undefined);
  try {
    const hub = await startHub({
      ...options,
      dataDir: folder.path,
      secret: secret ?? (await keepSecret(join(folder.path, 'secret'))),
      demo,
      webRoot: pages,
      log: pino({ level: settings.log, base: { program: 'hub' } }),
    });
    return {
      hub,
      dataDir: folder.path,
      close: async () => {
        await hub.close();
        folder.close();
      },
    };
  } catch (error) {
    folder.close();
    throw explainHub(error);
  }
}
