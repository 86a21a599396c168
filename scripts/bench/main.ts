import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bringTools, tools } from '../tools/bring.ts';
import { findChromium } from '../tools/find.ts';

const folder = fileURLToPath(new URL('../../bench/', import.meta.url));

/** `npm run bench -- <name>`: measures, and prints a line `figure <name> <value> <unit> goal <goal> met|short` for each figure. */
const [name, ...args] = process.argv.slice(2);
const known = (await readdir(folder))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));

if (name === undefined || !existsSync(`${folder}${name}.ts`)) {
  process.stderr.write(`Say what to measure: npm run bench -- ${known.join(' | ')}\n`);
  process.exitCode = 1;
} else if (bringTools(Object.values(tools))) {
  process.env.KOINON_CHROMIUM = findChromium() ?? '';
  const { main } = (await import(`${folder}${name}.ts`)) as { main: (args: string[]) => Promise<void> };
  await main(args);
} else {
  process.exitCode = 1;
}
