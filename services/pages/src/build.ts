import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CannotStart } from '@koinon/running';
import { type App, hashInputs } from './inputs.ts';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
/** Another program may still serve an older build; nobody does so for longer than this without a restart. */
const KEEP_UNUSED_MS = 7 * 24 * 3_600_000;

/**
 * The folder with the built pages of an app. Built when what goes into it has changed, by a process of its own:
 * the bundler's memory is then gone when the server runs.
 * @throws CannotStart with what the bundler said
 */
export async function buildPages(app: App, root = checkout): Promise<string> {
  const cache = join(root, '.cache', 'web');
  const name = `${app}-${await hashInputs(app, root)}`;
  const folder = join(cache, name);
  if (!(await isBuilt(folder))) await build(app, root, folder);
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
  await removeUnused(cache, app, name);
  return folder;
}

async function isBuilt(folder: string): Promise<boolean> {
  return stat(join(folder, 'index.html')).then(
    () => true,
    () => false,
  );
}

async function build(app: App, root: string, folder: string): Promise<void> {
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true }).catch((error: unknown) => {
    throw new CannotStart(
      `The pages are not built yet, and ${dirname(folder)} may not be written by this user.`,
      'Run `npm run build` as the user who owns the program, then start again.',
      { cause: error },
    );
  });
  try {
    await vite(
      ['build', join(root, 'packages', app), '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'],
      root,
    );
    // Whoever comes second finds the same build there, and drops its own.
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await isBuilt(folder))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function vite(args: string[], root: string): Promise<void> {
  const program = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
  try {
    await promisify(execFile)(process.execPath, [program, ...args], { cwd: root, env: buildEnvironment() });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new CannotStart(
      `The pages could not be built:\n${`${stdout}${stderr}`.trim()}`,
      'Take back the last change to packages/*-web or packages/ui, or mend it, then start again.',
      { cause: error },
    );
  }
}

/** The pages are the same whoever builds them; options meant for the server's Node are not the bundler's. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return { ...env, NODE_ENV: 'production' };
}

async function removeUnused(cache: string, app: App, current: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(`${app}-`) || name === current) continue;
    const folder = join(cache, name);
    const used = await stat(folder).catch(() => null);
    if (used === null || Date.now() - used.mtimeMs < KEEP_UNUSED_MS) continue;
    // Where this program may not write, the next `npm run build` removes it.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
