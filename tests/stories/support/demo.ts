import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, freeUdpPort } from './ports.ts';

/** What a running demo says about itself (`demo.json` in its data folder). */
export interface DemoFile {
  hub: string;
  outbox: string;
  hall: { api: string; secret: string };
  coops: { slug: string; address: string; people: { email: string; roles: string[] }[] }[];
}

export interface Demo extends DemoFile {
  pid: number;
  dataDir: string;
  /** Everything that the demo has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

const main = new URL('../../../services/together/src/main.ts', import.meta.url).pathname;

/**
 * Starts the demo as `npm start` does once the packages are there: real processes, free ports, a data folder of its own.
 * @param databaseUrl PostgreSQL, or null for PGlite
 */
export async function startDemo(databaseUrl: string | null): Promise<Demo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-story-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    KOINON_DATA: dataDir,
    KOINON_PORT: String(await freePort()),
    KOINON_HALL_PORT: String(await freePort()),
    KOINON_MEDIA_PORT: String(await freeUdpPort()),
  };
  delete env.DATABASE_URL;
  if (databaseUrl !== null) env.DATABASE_URL = databaseUrl;
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const file = await demoFile(child, dataDir, () => printed);
  return {
    ...file,
    pid: child.pid ?? 0,
    dataDir,
    printed: () => printed,
    stop: async () => {
      await ended(child, 'SIGINT');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function demoFile(child: ChildProcess, dataDir: string, printed: () => string): Promise<DemoFile> {
  const until = Date.now() + 90_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The demo ended with ${child.exitCode}:\n${printed()}`);
    const text = await readFile(join(dataDir, 'demo.json'), 'utf8').catch(() => null);
    if (text !== null) {
      const file = JSON.parse(text) as DemoFile;
      const answer = await fetch(`${file.hub}/health`).catch(() => null);
      if (answer?.ok) return file;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await ended(child, 'SIGKILL');
  throw new Error(`The demo did not start within 90 s:\n${printed()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exit;
  clearTimeout(timer);
}
