import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hall, startHall } from '@koinon/hall';
import { buildPages } from '@koinon/pages';
import type { Circumstances, Running } from '@koinon/running';
import { keepSecret, openDataFolder, type Settings } from '@koinon/settings';
import { pino } from 'pino';

export interface OpenHall extends Running {
  hall: Hall;
  secret: string;
}

/** Opens the hall's own folder in the data folder, and starts a hall on it. */
export async function openHall(settings: Settings, circumstances: Circumstances): Promise<OpenHall> {
  const { host, port, url, tls, trustProxy, media } = settings.hall;
  circumstances.portSettings.set(port, 'KOINON_HALL_PORT').set(media.port, 'KOINON_MEDIA_PORT');
  const folder = await openDataFolder(join(settings.dataDir, 'hall'));
  const secret = settings.hall.secret ?? (await keepSecret(join(folder.path, 'secret')));
  const journals = join(folder.path, 'journals');
  await mkdir(journals, { recursive: true, mode: 0o700 });
  const hall = await startHall({
    host,
    port,
    url,
    dataDir: journals,
    secret,
    tls,
    trustProxy,
    media,
    webRoot: await buildPages('hall-web'),
    log: pino({ level: settings.log, base: { program: 'hall' } }),
  });
  return {
    hall,
    secret,
    close: async () => {
      await hall.close();
      folder.close();
    },
  };
}
