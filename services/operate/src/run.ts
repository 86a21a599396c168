import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotStart } from '@koinon/running';

/** Programs that are not ours, and the Debian package that brings each. */
const packages: Record<string, string> = {
  tar: 'tar',
  pg_dump: 'postgresql-client',
  pg_restore: 'postgresql-client',
};

/**
 * Runs a program to its end.
 * @throws CannotStart when it is not installed; what it said when it failed
 */
export async function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  try {
    await promisify(execFile)(program, args, {
      env: { ...process.env, ...env, LC_ALL: 'C' },
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CannotStart(
        `The program ${program} is not installed.`,
        `On Debian: apt-get install ${packages[program] ?? program}`,
        { cause },
      );
    }
    const { stderr } = cause as { stderr?: string };
    throw new Error(`${program} failed: ${stderr?.trim() || String(cause)}`, { cause });
  }
}
