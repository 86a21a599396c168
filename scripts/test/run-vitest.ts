import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../tools/find.ts';
import { closingLine, isGreen, type Tally } from './tally.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs the tests and prints the closing line, always as the very last one.
 * @param args of vitest: filters, projects
 * @returns the exit code
 */
export async function runVitest(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-tally-'));
  const file = join(folder, 'tally.json');
  const code = await vitest(args, {
    ...process.env,
    KOINON_TALLY: file,
    KOINON_CHROMIUM: findChromium() ?? '',
  });
  const tally = readTally(file);
  rmSync(folder, { recursive: true });
  for (const name of tally.unexplained)
    process.stdout.write(`Left out without a reason, so it counts as failed: ${name}\n`);
  for (const reason of tally.skipped) process.stdout.write(`LEFT OUT  ${reason}\n`);
  process.stdout.write(`${closingLine(tally)}\n`);
  return code === 0 && isGreen(tally) ? 0 : 1;
}

function vitest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/test/tally-reporter.ts')}`];
  const child = spawn(process.execPath, [program, 'run', ...reporters, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/** No file: the run ended before its end. */
function readTally(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return { passed: 0, failed: 1, skipped: [], unexplained: [] };
  }
}
