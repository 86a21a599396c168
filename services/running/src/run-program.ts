import { CannotStart } from './cannot-start.ts';
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
 * @param tell how people hear of a failure; on the standard error output unless somebody else passes it on
 */
export async function runProgram(
  start: (circumstances: Circumstances) => Promise<Running>,
  tell: (failure: CannotStart) => void = print,
): Promise<void> {
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
    const failure = recognise(error, circumstances) ?? unforeseen(error);
    tell(failure);
    process.exitCode = failure.exitCode;
    // What was opened before the failure may still hold the process.
    setImmediate(() => process.exit());
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

function print({ message, remedy }: CannotStart): void {
  process.stderr.write(`\n${message}\n${remedy}\n`);
}

/** An error that nobody foresaw keeps its stack: it is a bug, and the trace helps to mend it. */
function unforeseen(error: unknown): CannotStart {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CannotStart(
    `The start failed in a way that nobody foresaw:\n${trace}`,
    'Nothing that was saved is lost. Tell the people who make Koinon what stands above.',
    { cause: error },
  );
}
