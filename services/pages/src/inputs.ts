import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type App = 'hub-web' | 'hall-web';

/** What each app is built from. What it takes from a server package is only what goes over the wire. */
const patterns: Record<App, readonly string[]> = {
  'hub-web': ['packages/hub-web/**/*', 'packages/ui/**/*', 'packages/hub/src/**/wire.ts'],
  'hall-web': ['packages/hall-web/**/*', 'packages/ui/**/*', 'packages/hall/src/protocol/**/*'],
};
const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.web.json'];

/** A name for everything that goes into an app: it changes when any of it does. */
export async function hashInputs(app: App, root: string): Promise<string> {
  const files = await Array.fromAsync(
    glob([...patterns[app], ...shared], { cwd: root, withFileTypes: true, exclude: isLeftOut }),
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const hash = createHash('sha256');
  for (const path of [...new Set(paths)].sort()) {
    if (/\.test\.tsx?$/.test(path)) continue;
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

const isLeftOut = (entry: { name: string }) => entry.name === 'node_modules' || entry.name === 'dist';
