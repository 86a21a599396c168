import { readdir, readFile } from 'node:fs/promises';

export interface Running {
  pid: number;
  parent: number;
  command: string;
}

/** All processes below one, nearest first, from /proc. */
export async function processesBelow(pid: number): Promise<Running[]> {
  const all = (
    await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(read))
  ).filter((process): process is Running => process !== null);
  const found: Running[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = all.filter((process) => parents.has(process.parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

async function read(name: string): Promise<Running | null> {
  try {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const command = (await readFile(`/proc/${name}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return { pid: Number(name), parent, command };
  } catch {
    return null; // It ended while we looked.
  }
}

/** The one process below `pid` whose command matches; throws when there is none or more than one. */
export async function theProcess(pid: number, command: RegExp): Promise<Running> {
  const below = await processesBelow(pid);
  const found = below.filter((process) => command.test(process.command));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(
      `${found.length} processes match ${command} in:\n${below.map((p) => p.command).join('\n')}`,
    );
  }
  return only;
}
