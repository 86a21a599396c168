import { type Circumstances, recognise } from './known-failures.ts';
import { onStopSignals } from './stop-signals.ts';

const CLOSE_WITHIN_MS = 15_000;

/** Something that runs until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/**
 * The life of a program: start, wait for a signal, close, exit with 0. What hinders the start is told in two
 * sentences, and the exit code is not 0. A signal during the start is obeyed as soon as the start is through.
 * @param start gets the circumstances to fill in: what it learns on the way helps to explain a failure
 */
export async function runProgram(start: (circumstances: Circumstances) => Promise<Running>): Promise<void> {
  const circumstances: Circumstances = { portSettings: new Map() };
  let running: Running | null = null;
  let stopping = false;
  const stop = () => {
    stopping = true;
    if (running !== null) void closeAndExit(running);
  };
  onStopSignals(stop, () => process.exit(1));
  try {
    running = await start(circumstances);
  } catch (error) {
    tell(error, circumstances);
    return;
  }
  if (stopping) void closeAndExit(running);
}

async function closeAndExit(running: Running): Promise<void> {
  const timer = setTimeout(() => {
    process.stderr.write('Stopping took too long; it is ended now. Nothing that was saved is lost.\n');
    process.exit(1);
  }, CLOSE_WITHIN_MS);
  try {
    await running.close();
  } catch (error) {
    process.stderr.write(`Stopping did not go cleanly: ${String(error)}\n`);
    process.exit(1);
  }
  clearTimeout(timer);
  process.exit(0);
}

/** Ends the program. An error that nobody foresaw keeps its stack: it is a bug, and the trace helps to mend it. */
function tell(error: unknown, circumstances: Circumstances): never {
  const known = recognise(error, circumstances);
  if (known !== null) process.stderr.write(`\n${known.message}\n${known.remedy}\n`);
  else process.stderr.write(`\nThe start failed in a way that nobody foresaw:\n${stackOf(error)}\n`);
  process.exit(known?.exitCode ?? 1);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
