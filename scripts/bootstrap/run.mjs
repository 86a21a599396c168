import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in our place: same terminal, its exit code becomes ours, signals reach it.
 * A Ctrl-C comes from the terminal to the whole group and once more from npm: the program takes signals that
 * come together as one (see services/settings), so passing them on is safe and needed for those sent to us alone.
 * @param {string} executable
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function runInOurPlace(executable, args, env) {
  // The channel closes when we die, however we die; that is how the program knows that it is alone.
  const child = spawn(executable, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  const watch = watchNpm(() => child.kill('SIGTERM'));
  child.on('error', (cause) => {
    process.stderr.write(`${executable} could not be started: ${cause.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(signal === null ? (code ?? 1) : 1);
  });
}

/** npm, or the shell it put between, can be killed without a word to us; then nobody waits for us any more. */
function watchNpm(orphaned) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    orphaned();
  }, 1000);
  return timer;
}
