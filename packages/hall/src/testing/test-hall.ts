import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startHall } from '../hall.ts';
import type { Hall, HallOptions } from '../options.ts';
import { ScriptedEngine } from './scripted-engine.ts';

export const SECRET = 'a secret for tests, long enough to be one';

export interface TestHall extends Hall {
  engine: ScriptedEngine;
  dataDir: string;
}

/** A hall on a free port with a folder of its own and scripted media. `close` removes the folder. */
export async function startTestHall(given: Partial<HallOptions> = {}): Promise<TestHall> {
  const ownFolder = given.dataDir === undefined;
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'koinon-hall-')));
  const engine = new ScriptedEngine();
  const hall = await startHall({
    host: '127.0.0.1',
    port: 0,
    url: new URL('http://127.0.0.1'),
    secret: SECRET,
    tls: null,
    trustProxy: [],
    media: { host: '127.0.0.1', port: 0, announced: null, iceServers: [] },
    webRoot: join(dataDir, 'no-build'),
    log: pino({ level: 'silent' }),
    engine,
    ...given,
    dataDir,
  });
  const close = async (): Promise<void> => {
    await hall.close();
    if (ownFolder) await rm(dataDir, { recursive: true, force: true });
  };
  return { ...hall, engine, dataDir, close };
}
