import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from './fail.mjs';
import { installPackages } from './install.mjs';
import { runInOurPlace } from './run.mjs';
import { findRuntime, withPackagesFirst } from './runtime.mjs';
import { runsBootstrap } from './version.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What every command of package.json does first, on the Node that the machine has (20 or later): bring the
 * packages if they are not there, then run the real program on the Node that came with them.
 * @param {string} program path of a TypeScript file, from the root of the checkout
 */
export async function bootstrap(program) {
  if (!runsBootstrap(process.version)) {
    fail(
      `Koinon needs Node 20 or later, and this is ${process.version}.`,
      'Install Node 24 from nodejs.org or your package manager.',
    );
  }
  await installPackages(root);
  const args = [join(root, program), ...process.argv.slice(2)];
  runInOurPlace(findRuntime(root), args, withPackagesFirst(root));
}
