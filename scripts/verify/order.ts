import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const FOLDERS = ['packages', 'services', 'tests', 'bench', 'scripts'];

export interface Order {
  modules: number;
  /** One line each; empty when everything keeps to the order. */
  violations: string[];
}

interface Cruised {
  summary: {
    totalCruised: number;
    violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[];
  };
}

/**
 * Checks who imports whom, by the rules in .dependency-cruiser.mjs of that checkout. No module at all is a violation:
 * with a TypeScript that it does not know, dependency-cruiser reads nothing and finds nothing.
 */
export async function checkOrder(root: string): Promise<Order> {
  const { summary } = await cruise(root);
  const violations = summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle === undefined ? [to] : cycle.map(({ name }) => name);
    return `${rule.name}: ${[from, ...way].join(' → ')}`;
  });
  if (summary.totalCruised === 0) violations.push('No module was read, so nothing was checked.');
  return { modules: summary.totalCruised, violations: [...violations, ...(await roomsOutOfOrder(root))] };
}

async function cruise(root: string): Promise<Cruised> {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', '--no-cache', ...FOLDERS];
  const program = join(root, 'node_modules', '.bin', 'depcruise');
  const { stdout } = await promisify(execFile)(program, args, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as Cruised;
}

/** A new room must be given its place before anything in it is checked. */
async function roomsOutOfOrder(root: string): Promise<string[]> {
  const config = pathToFileURL(join(root, '.dependency-cruiser.mjs')).href;
  const { rooms } = (await import(config)) as { rooms: string[] };
  const folders = await readdir(join(root, 'packages/hub/src'), { withFileTypes: true });
  return folders
    .filter((entry) => entry.isDirectory() && !rooms.includes(entry.name))
    .map(
      ({ name }) => `packages/hub/src/${name} has no place in the order of rooms (.dependency-cruiser.mjs).`,
    );
}
