import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inParallel } from './in-parallel.ts';
import { checkOrder } from './order.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Check {
  name: string;
  /** What is wrong, for people; empty when nothing is. */
  run: () => Promise<{ wrong: string; note?: string }>;
}

/** Types, lint and format, unused code, and who imports whom. Everything is checked, whatever is red. */
const checks: Check[] = [
  { name: 'lint and format', run: () => tool('biome', ['ci', '--colors=off', '.']) },
  { name: 'unused code', run: () => tool('knip', ['--no-progress', '--treat-config-hints-as-errors']) },
  { name: 'order of imports', run: order },
  ...(await typeChecks()),
];

const results = await inParallel(checks, Math.min(availableParallelism(), 4), async ({ name, run }) => {
  const begun = performance.now();
  const { wrong, note } = await run();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${wrong === '' ? 'ok ' : 'RED'}  ${name}${note ? ` (${note})` : ''}, ${seconds} s\n`);
  if (wrong !== '') process.stdout.write(`${wrong.trimEnd().replaceAll(/^/gm, '     ')}\n`);
  return wrong === '';
});

const red = results.filter((green) => !green).length;
process.stdout.write(
  red === 0 ? 'verify: everything is in order\n' : `verify: ${red} of ${results.length} checks are red\n`,
);
process.exitCode = red === 0 ? 0 : 1;

async function typeChecks(): Promise<Check[]> {
  const packages = await readdir(join(root, 'packages'));
  const projects = [...packages.map((name) => `packages/${name}`), 'services', 'scripts', 'tests', 'bench'];
  return projects.map((project) => ({
    name: `types of ${project}`,
    run: () => tool('tsc', ['--pretty', 'false', '-p', project]),
  }));
}

async function order(): Promise<{ wrong: string; note?: string }> {
  const { modules, violations } = await checkOrder(root);
  return { wrong: violations.join('\n'), note: `${modules} modules` };
}

function tool(name: string, args: string[]): Promise<{ wrong: string }> {
  const program = join(root, 'node_modules', '.bin', name);
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim();
      resolve({ wrong: error === null ? '' : said || error.message });
    });
  });
}
