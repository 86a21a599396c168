import { spawn } from 'node:child_process';
import { fail } from './fail.mjs';
import { packagesFit } from './packages-fit.mjs';

/** Quiet and complete: the servers build their pages on the spot, so the development packages are needed too. */
const ARGUMENTS = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--progress=false',
  '--loglevel=error',
];
const REPORT_EVERY_S = 10;

/**
 * Brings the packages that the lockfile names, when they are not there, with `npm ci`.
 * `KOINON_INSTALL=no` forbids it, for packagers and for checkouts that several people share.
 * @param {string} root the checkout
 */
export async function installPackages(root) {
  if (packagesFit(root)) return;
  if (process.env.KOINON_INSTALL === 'no') {
    fail(
      'The installed packages do not fit package-lock.json, and KOINON_INSTALL=no forbids to install them.',
      'Run `npm ci`, or take that setting away.',
    );
  }
  const stop = showProgress('Installing packages (npm ci)');
  const { code, output } = await npm(root);
  stop(code === 0);
  if (code !== 0) {
    process.stderr.write(`${output.trimEnd()}\n`);
    fail(
      'The packages could not be installed; what npm said stands above.',
      'Look at the network and the free disk space, then start again: nothing else was changed.',
    );
  }
}

/** npm tells its scripts where it is itself; without npm around us, the one on the PATH is taken. */
function npm(root) {
  const path = process.env.npm_execpath;
  const viaNode = path?.endsWith('.js');
  const child = spawn(viaNode ? process.execPath : 'npm', viaNode ? [path, ...ARGUMENTS] : ARGUMENTS, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !viaNode && process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (cause) => resolve({ code: 1, output: `npm could not be started: ${cause.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** On a terminal one line counts the seconds; elsewhere a line every ten seconds says that it goes on. */
function showProgress(what) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const terminal = process.stderr.isTTY && !process.env.CI;
  if (!terminal) process.stderr.write(`${what} ...\n`);
  const timer = setInterval(() => {
    if (terminal) process.stderr.write(`\r${what} ... ${seconds()} s`);
    else if (seconds() % REPORT_EVERY_S === 0) process.stderr.write(`${what} ... ${seconds()} s\n`);
  }, 1000);
  return (done) => {
    clearInterval(timer);
    process.stderr.write(
      `${terminal ? '\r' : ''}${what}: ${done ? 'done' : 'failed'} after ${seconds()} s\n`,
    );
  };
}
