import { expect, test } from 'vitest';
import { runsBootstrap, runsProgram } from './version.mjs';

test.each([
  ['v18.20.0', false, false],
  ['v20.0.0', true, false],
  ['v22.17.1', true, false],
  ['v22.18.0', true, true],
  ['v24.21.0', true, true],
])('%s runs the bootstrap: %s, the program: %s', (version, bootstrap, program) => {
  expect([runsBootstrap(version), runsProgram(version)]).toEqual([bootstrap, program]);
});
