import { join } from 'node:path';
import { type Hub, startHub } from '@koinon/hub';
import { buildPages } from '@koinon/pages';
import type { Circumstances, Running } from '@koinon/running';
import { keepSecret, openDataFolder, type Settings } from '@koinon/settings';
import { pino } from 'pino';

export interface OpenHub extends Running {
  hub: Hub;
  dataDir: string;
}

/**
 * Opens the data folder and starts a hub on it.
 * @param demo whether the outbox page is open and the demo may be seeded
 */
export async function openHub(
  settings: Settings,
  circumstances: Circumstances,
  { demo }: { demo: boolean },
): Promise<OpenHub> {
  const { secret, ...options } = settings.hub;
  circumstances.portSettings.set(options.port, 'KOINON_PORT');
  const folder = await openDataFolder(settings.dataDir);
  const pages = buildPages('hub-web');
  try {
    const hub = await startHub({
      ...options,
      dataDir: folder.path,
      secret: secret ?? (await keepSecret(join(folder.path, 'secret'))),
      demo,
      webRoot: await pages,
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
    throw error;
  }
}
