import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { ChildSettings } from './ipc.ts';

/** Little garbage lives long there; small spaces keep an idle process small. */
const execArgv = ['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning'];

/** What a process needs of its environment to run at all: no secret of the hall's is among it. */
const inherited = ['PATH', 'HOME', 'LANG', 'TZ', 'SystemRoot', 'TEMP', 'TMPDIR', 'LD_LIBRARY_PATH'];

/** Starts the media process; what it writes goes to the log. */
export function forkChild(settings: ChildSettings, log: Logger): ChildProcess {
  const env = Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [JSON.stringify(settings)], {
    execArgv,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const output of [child.stdout, child.stderr]) {
    if (output) createInterface(output).on('line', (line) => log.warn({ line }, 'media process'));
  }
  return child;
}
