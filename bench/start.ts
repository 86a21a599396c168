import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '@koinon/hub/testing';
import { createDatabase } from '@koinon/hub/upkeep';
import { figure, median } from './report/figure.ts';
import { freshClone, installPackages } from './start/clone.ts';
import { idleMemory, total } from './start/memory.ts';
import { npmStart } from './start/started.ts';

const ROUNDS = 3;

/**
 * How long a newcomer waits for the first page, and what an idle demo takes. In a fresh clone of what is committed;
 * medians of three. `--installed` leaves out the installation on a cold cache.
 */
export async function main(args: string[]): Promise<void> {
  await using clone = await freshClone();
  const { folder } = clone;
  const coldS = args.includes('--installed') ? null : await coldInstall(folder);
  if (coldS === null) await installPackages(folder);

  const first: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) first.push(await firstStart(folder));
  const warm: number[] = [];
  const pglite: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = await measure(folder, {});
    warm.push(start.firstPageS);
    pglite.push(start.memoryMb);
  }
  const postgres = await onPostgres(folder);

  if (coldS !== null) figure('cold-install-to-first-page', coldS, 's', 90);
  figure('first-page', median(first), 's', 15);
  figure('warm-first-page', median(warm), 's', 5);
  figure('idle-memory-pglite', median(pglite), 'MB', 650);
  figure('idle-memory-postgresql', median(postgres), 'MB', 450);
}

/** From a clone without packages and an empty npm cache; null where the registry does not answer. */
async function coldInstall(folder: string): Promise<number | null> {
  const cache = await mkdtemp(join(tmpdir(), 'koinon-npm-cache-'));
  try {
    const started = await npmStart(folder, { npm_config_cache: cache }, 600);
    await started.stop();
    return started.firstPageS;
  } catch (error) {
    console.log(`The installation on a cold cache was not measured: ${String(error).slice(0, 2_000)}`);
    return null;
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

/** With the packages there, and nothing else: no data folder, no built pages. */
async function firstStart(folder: string): Promise<number> {
  await rm(join(folder, 'data'), { recursive: true, force: true });
  await rm(join(folder, '.cache'), { recursive: true, force: true });
  const started = await npmStart(folder, {}, 120);
  await started.stop();
  return started.firstPageS;
}

async function measure(folder: string, settings: NodeJS.ProcessEnv) {
  const started = await npmStart(folder, settings, 120);
  const memory = await idleMemory(started.pid);
  await started.stop();
  console.log([...memory].map(([program, mb]) => `${program} ${Math.round(mb)} MB`).join(', '));
  return { firstPageS: started.firstPageS, memoryMb: total(memory) };
}

/** The memory of the PostgreSQL server itself is not in the figure. */
async function onPostgres(folder: string): Promise<number[]> {
  console.log('On PostgreSQL, its server left out:');
  const cluster = await startPrivatePostgres();
  const memory: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `bench_${round}`;
      await createDatabase(cluster.url, name);
      const settings = { DATABASE_URL: cluster.at(name), KOINON_DATA: join(folder, name) };
      memory.push((await measure(folder, settings)).memoryMb);
    }
  } finally {
    await cluster.stop();
  }
  return memory;
}
