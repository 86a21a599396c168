import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoSeed } from '@koinon/hub';

/** What scripts and tests need to know of a running demo. It holds a secret, so only this user reads it. */
export interface DemoFile {
  /** Address of the hub, without a slash at its end. */
  hub: string;
  /** Page with the mail that the demo did not send. */
  outbox: string;
  hall: { api: string; secret: string };
  coops: DemoSeed['coops'];
}

export async function writeDemoFile(dataDir: string, demo: DemoFile): Promise<void> {
  const file = join(dataDir, 'demo.json');
  await writeFile(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
