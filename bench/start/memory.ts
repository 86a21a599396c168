import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { processesBelow } from '@koinon/tests/stories/support/processes.ts';

const LOOK_EVERY_MS = 1_000;
const LONGEST_MS = 60_000;
/** Idle: two looks in a row that differ by less than this. */
const STILL_MB = 1;

/**
 * Proportional set size of all processes that `npm start` began, npm and its shell left out, once they have come to
 * rest. Pages shared by several processes are counted once in all (proc(5), smaps_rollup).
 * @returns megabytes of 10^6 bytes, by process
 */
export async function idleMemory(npm: number): Promise<Map<string, number>> {
  await pause(10_000);
  let before = await memoryBelow(npm);
  for (const begun = Date.now(); Date.now() - begun < LONGEST_MS; ) {
    await pause(LOOK_EVERY_MS);
    const now = await memoryBelow(npm);
    if (Math.abs(total(now) - total(before)) < STILL_MB) return now;
    before = now;
  }
  return before;
}

export function total(memory: ReadonlyMap<string, number>): number {
  return [...memory.values()].reduce((sum, mb) => sum + mb, 0);
}

async function memoryBelow(npm: number): Promise<Map<string, number>> {
  const memory = new Map<string, number>();
  for (const { pid, command } of await processesBelow(npm)) {
    const program = /(scripts|services|packages)\/\S+\.(?:mjs|ts)/.exec(command)?.[0];
    if (program !== undefined) memory.set(program, (memory.get(program) ?? 0) + (await pssMb(pid)));
  }
  return memory;
}

async function pssMb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return (Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024) / 1e6;
}
