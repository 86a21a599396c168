export { CannotStart } from './cannot-start.ts';
export { type Circumstances, recognise } from './known-failures.ts';
export { type Running, runProgram } from './run-program.ts';
export { onStopSignals } from './stop-signals.ts';
