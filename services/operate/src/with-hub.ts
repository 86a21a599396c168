import type { Hub } from '@koinon/hub';
import { openHub } from '@koinon/service-hub';
import { readSettings } from '@koinon/settings';

/**
 * Opens a hub of its own on a free port, for one command, and closes it. With PostgreSQL the hub that serves people
 * may run on; the built-in database can be open only once.
 */
export async function withHub<T>(work: (hub: Hub) => Promise<T>): Promise<T> {
  const settings = readSettings('hub');
  const own = {
    ...settings,
    log: 'silent' as const,
    hub: { ...settings.hub, host: '127.0.0.1', port: 0, tls: null },
  };
  const alone = settings.hub.databaseUrl === null;
  const open = await openHub(own, { portSettings: new Map() }, { demo: false, alone });
  try {
    return await work(open.hub);
  } finally {
    await open.close();
  }
}
