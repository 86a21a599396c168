import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freeUdpPort } from './ports.ts';

const main = new URL('../../../services/hall/src/main.ts', import.meta.url).pathname;

export interface SecondHall {
  api: string;
  secret: string;
  /** Host and port in the address bar of its meetings. */
  host: string;
  stop(): Promise<void>;
}

/** Another hall, as another operator would run it: a process, a data folder and ports of its own. */
export async function startSecondHall(): Promise<SecondHall> {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-hall-'));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    KOINON_DATA: dataDir,
    KOINON_HALL_PORT: String(port),
    KOINON_MEDIA_PORT: String(await freeUdpPort()),
  };
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/secret\s+\S+/.test(printed)) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`The second hall ended with ${code}:\n${printed}`)));
  });
  return {
    api: /address\s+(\S+)/.exec(said)?.[1] ?? '',
    secret: /secret\s+(\S+)/.exec(said)?.[1] ?? '',
    host: `hall.localhost:${port}`,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
