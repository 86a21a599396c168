import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '@koinon/running';
import type { HallMessage } from '@koinon/service-hall';

const STOP_WITHIN_MS = 10_000;
/** Pauses before tries in a row that come to nothing; the first one is at once. */
const PAUSES_MS = [0, 250, 500, 1_000, 2_000, 5_000];

export type OpenMessage = Extract<HallMessage, { kind: 'open' }>;

export interface HallProcess {
  /** Where the hall is, once it is open for the first time. @throws CannotStart when it never opens */
  opened: Promise<OpenMessage>;
  close(): Promise<void>;
}

/**
 * Runs the hall as a process of its own, and starts it again at once when it dies: same port, same folder.
 * Its group is another than ours, so that a Ctrl-C reaches us alone and we close things in order.
 */
export function superviseHall(env: NodeJS.ProcessEnv, say: (sentence: string) => void): HallProcess {
  const opened = Promise.withResolvers<OpenMessage>();
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closing = false;
  let port: number | null = null;
  let failures = 0;

  const start = () => {
    child = spawn(
      process.execPath,
      [fileURLToPath(import.meta.resolve('@koinon/service-hall/main')), '--supervised'],
      {
        env: port === null ? env : { ...env, KOINON_HALL_PORT: String(port) },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
      },
    );
    let failure: CannotStart | null = null;
    child.on('message', (message: HallMessage) => {
      if (message.kind === 'cannot-start') failure = asFailure(message);
      else {
        if (port !== null) say('The hall is back.');
        failures = 0;
        port = message.port;
        opened.resolve(message);
      }
    });
    child.once('exit', (code, signal) => {
      if (closing) return;
      const how = signal ?? `exit code ${code}`;
      if (port === null)
        opened.reject(
          failure ??
            new CannotStart(`The hall ended while it started (${how}).`, 'What it said stands above.'),
        );
      else {
        if (failures === 0) say(`The hall ended (${how}); it is started again.`);
        else if (failures === 1 && failure !== null) say(`${failure.message} ${failure.remedy}`);
        timer = setTimeout(start, PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]);
        failures += 1;
      }
    });
  };

  start();
  return {
    opened: opened.promise,
    close: async () => {
      closing = true;
      clearTimeout(timer);
      if (child !== null) await end(child);
    },
  };
}

function asFailure({ what, remedy, settings }: Extract<HallMessage, { kind: 'cannot-start' }>): CannotStart {
  return new CannotStart(what, remedy, { settings });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
