import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findPostgres, onPath } from './find.ts';

interface Tool {
  name: string;
  find: () => string | null;
  /** Debian's packages that bring it. */
  packages: string[];
}

/** What the tests need besides the packages of npm. */
export const tools = {
  chromium: { name: 'Chromium', find: findChromium, packages: ['chromium'] },
  postgres: { name: 'PostgreSQL (15 or later)', find: findPostgres, packages: ['postgresql'] },
} satisfies Record<string, Tool>;

/**
 * Sees to it that the tools are there: by apt where that may be done, else by saying what to install.
 * @returns false when something is missing; why was printed
 */
export function bringTools(needed: readonly Tool[]): boolean {
  const missing = needed.filter((tool) => tool.find() === null);
  if (missing.length === 0) return true;
  const packages = missing.flatMap((tool) => tool.packages);
  if (mayUseApt()) install(packages);
  const still = missing.filter((tool) => tool.find() === null);
  for (const { name } of still) process.stderr.write(`${name} is not installed, and the tests need it.\n`);
  if (still.length > 0) {
    process.stderr.write(
      `On Debian and Ubuntu: sudo apt-get install --no-install-recommends ${packages.join(' ')}\n`,
    );
    process.stderr.write('Elsewhere: install it so that its programs are on the PATH. Then start again.\n');
  }
  return still.length === 0;
}

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath(['apt-get']) !== null;
}

function install(packages: string[]): void {
  process.stderr.write(`Installing ${packages.join(', ')} (apt-get) ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' });
  const update = apt('update');
  const result = apt('install', '-y', '--no-install-recommends', ...packages);
  if (result.status !== 0) process.stderr.write(`${update.stderr}${result.stdout}${result.stderr}`);
}
