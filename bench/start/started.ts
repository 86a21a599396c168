import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, freeUdpPort } from '@koinon/tests/stories/support/ports.ts';

const LOOK_EVERY_MS = 20;

export interface Started {
  /** Process number of npm. */
  pid: number;
  /** From the command to the first page of a co-op, complete. */
  firstPageS: number;
  stop(): Promise<void>;
}

/**
 * Runs `npm start` in a clone, as people do, and waits for a co-op's page.
 * @param settings on top of free ports
 * @throws with what was printed, when it ends or takes longer than `withinS`
 */
export async function npmStart(
  folder: string,
  settings: NodeJS.ProcessEnv,
  withinS: number,
): Promise<Started> {
  const port = await freePort();
  const { DATABASE_URL: _, ...own } = process.env;
  const env = {
    ...own,
    KOINON_PORT: String(port),
    KOINON_HALL_PORT: String(await freePort()),
    KOINON_MEDIA_PORT: String(await freeUdpPort()),
    ...settings,
  };
  const begun = performance.now();
  // A group of its own, so that it can be stopped as a terminal does it.
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }
  const seconds = () => (performance.now() - begun) / 1000;
  while (!(await shows(`http://127.0.0.1:${port}/c/harbour`))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${printed}`);
    if (seconds() > withinS) {
      await end(child);
      throw new Error(`No page after ${withinS} s:\n${printed}`);
    }
    await pause(LOOK_EVERY_MS);
  }
  return { pid: child.pid ?? 0, firstPageS: seconds(), stop: () => end(child) };
}

async function shows(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok === true && (await answer.text()).includes('</html>');
}

/** As Ctrl-C in a terminal: everybody in the group hears it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  await ended;
}
