import { type CannotStart, runProgram } from '@koinon/running';
import { readSettings } from '@koinon/settings';
import { openHall } from './open-hall.ts';

/** What a watched hall tells its parent: where it is, or why there is none. */
export type HallMessage =
  | { kind: 'open'; port: number; api: string; secret: string }
  | { kind: 'cannot-start'; what: string; remedy: string; settings: boolean };

/** Runs a hall that says everything to its parent instead of people, and stops when the parent is gone. */
export async function runSupervised(): Promise<void> {
  await runProgram(async (circumstances) => {
    const open = await openHall(readSettings('hall'), circumstances);
    const { api, secret, hall } = open;
    say({ kind: 'open', port: hall.port, api, secret });
    return open;
  }, sayFailure);
}

function sayFailure({ message, remedy, exitCode }: CannotStart): void {
  say({ kind: 'cannot-start', what: message, remedy, settings: exitCode === 78 });
}

function say(message: HallMessage): void {
  process.send?.(message);
}
