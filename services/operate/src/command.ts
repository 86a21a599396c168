import { runProgram } from '@koinon/running';

/** Runs a command to its end; what hinders it is told in two sentences, with an exit code that is not 0. */
export function runCommand(command: () => Promise<void>): Promise<void> {
  return runProgram(async () => {
    await command();
    process.exit(0);
  });
}
