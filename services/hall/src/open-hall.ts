import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hall, startHall } from '@koinon/hall';
import { buildPages } from '@koinon/pages';
import type { Circumstances, Running } from '@koinon/running';
import { isLoopback, keepSecret, openDataFolder, type Settings } from '@koinon/settings';
import { pino } from 'pino';

export interface OpenHall extends Running {
  hall: Hall;
  /** The address of the BBB API for servers, up to and including /bigbluebutton/api. */
  api: string;
  secret: string;
}

/** Opens the hall's own folder in the data folder, and starts a hall on it. */
export async function openHall(settings: Settings, circumstances: Circumstances): Promise<OpenHall> {
  const { host, port, url, tls, trustProxy, sourceUrl, media } = settings.hall;
  circumstances.portSettings.set(port, 'KOINON_HALL_PORT').set(media.port, 'KOINON_MEDIA_PORT');
  const folder = await openDataFolder(join(settings.dataDir, 'hall'));
  const secret = settings.hall.secret ?? (await keepSecret(join(folder.path, 'secret')));
  const journals = join(folder.path, 'journals');
  await mkdir(journals, { recursive: true, mode: 0o700 });
  const pages = buildPages('hall-web');
  const hall = await startHall({
    host,
    port,
    url,
    dataDir: journals,
    secret,
    tls,
    trustProxy,
    sourceUrl,
    media,
    webRoot: pages,
    log: pino({ level: settings.log, base: { program: 'hall' } }),
  });
  return {
    hall,
    api: apiOf(hall, settings),
    secret,
    close: async () => {
      await hall.close();
      folder.close();
    },
  };
}

/** A certificate is for the name that people use; without one, servers on this machine take the short way. */
function apiOf(hall: Hall, { hall: { url, tls } }: Settings): string {
  const near = tls === null && isLoopback(url);
  return near ? hall.api : new URL('/bigbluebutton/api', hall.url).href;
}
