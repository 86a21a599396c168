import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, freeUdpPort } from '@koinon/tests/stories/support/ports.ts';
import { processesBelow } from '@koinon/tests/stories/support/processes.ts';
import type { DemoFile } from '../demo-file.ts';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));

/** A command that runs as a person runs it: by npm, on the machine's own Node, in a process group of its own. */
export interface Command {
  pid: number;
  printed(): string;
  /** Waits until the demo has said that it is open, and reads what it wrote. */
  opened(): Promise<DemoFile>;
  /** As a terminal does at Ctrl-C: a signal to the whole group. */
  pressCtrlC(): void;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** The settings of a demo of the test's own: free ports, a data folder of its own. */
export async function ownSettings(): Promise<{ env: NodeJS.ProcessEnv; dataDir: string } & AsyncDisposable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-start-'));
  const env = {
    KOINON_DATA: dataDir,
    KOINON_PORT: String(await freePort()),
    KOINON_HALL_PORT: String(await freePort()),
    KOINON_MEDIA_PORT: String(await freeUdpPort()),
  };
  return { env, dataDir, [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true, force: true }) };
}

/** @param args after `npm`, such as `start` */
export function npm(args: string[], settings: NodeJS.ProcessEnv): Command {
  const child = spawn('npm', args, {
    cwd: checkout,
    env: { ...ownEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      printed += text;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  const pid = child.pid ?? 0;
  return {
    pid,
    printed: () => printed,
    opened: () => opened(child, settings.KOINON_DATA ?? '', () => printed),
    pressCtrlC: () => process.kill(-pid, 'SIGINT'),
    ended,
  };
}

/** Ours, without what the test runner put in: the packages' own Node on the PATH, and settings. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(KOINON_|DATABASE_URL$|npm_|VITEST|NODE_)/.test(name),
  );
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith('node_modules/.bin'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), KOINON_INSTALL: 'no' };
}

async function opened(child: ChildProcess, dataDir: string, printed: () => string): Promise<DemoFile> {
  while (!printed().includes('Ctrl-C stops it.')) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${printed()}`);
    await pause(50);
  }
  return JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as DemoFile;
}

/** Process numbers of everything that a command began, without npm itself and its shell. */
export async function programsOf(pid: number): Promise<{ pid: number; command: string }[]> {
  return (await processesBelow(pid)).filter(({ command }) => /\.(?:mjs|ts)\b/.test(command));
}

/** The one whose command line fits. */
export async function programOf(pid: number, command: RegExp): Promise<number> {
  const [found, ...more] = (await programsOf(pid)).filter((program) => command.test(program.command));
  if (found === undefined || more.length > 0) throw new Error(`Not exactly one process fits ${command}`);
  return found.pid;
}

/** Waits until a condition holds. @throws after `withinMs` */
export async function until(
  what: string,
  withinMs: number,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  for (const begun = Date.now(); !(await holds()); await pause(50)) {
    if (Date.now() - begun > withinMs) throw new Error(`Not within ${withinMs} ms: ${what}`);
  }
}

/** Waits until all these processes are gone. */
export async function allGone(pids: readonly number[]): Promise<void> {
  await until('all processes gone', 10_000, () => pids.every((pid) => !isThere(pid)));
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
