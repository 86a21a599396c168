import type { Circumstances, Running } from '@koinon/running';
import { openHub } from '@koinon/service-hub';
import type { Settings } from '@koinon/settings';
import { type DemoFile, writeDemoFile } from './demo-file.ts';
import { superviseHall } from './hall-process.ts';

export interface Together extends Running {
  demo: DemoFile;
}

/**
 * Starts a hub, and a hall as a process of its own, and seeds the demo. Both start at the same time.
 * @param say takes sentences for the person at the terminal
 */
export async function startTogether(
  settings: Settings,
  circumstances: Circumstances,
  say: (sentence: string) => void,
): Promise<Together> {
  const open = openHub(settings, circumstances, { demo: true });
  const hall = superviseHall(hallEnvironment(settings), say);
  const close = async () => {
    await hall.close();
    await open.then(
      (hub) => hub.close(),
      () => undefined,
    );
  };
  try {
    const [{ hub, dataDir }, { api, secret }] = await Promise.all([open, hall.opened]);
    const { coops } = await hub.seedDemo({ api, secret });
    const demo = {
      hub: hub.url.origin,
      outbox: new URL('/outbox', hub.url).href,
      hall: { api, secret },
      coops,
    };
    await writeDemoFile(dataDir, demo);
    return { demo, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The hall reads the same settings; what we derived for it is said outright. */
function hallEnvironment({ dataDir, hall, log }: Settings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    KOINON_DATA: dataDir,
    KOINON_HALL_URL: hall.url.origin,
    KOINON_HALL_PORT: String(hall.port),
    KOINON_LOG: log,
  };
}
